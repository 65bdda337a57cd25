"""The SUWI-landkaart: how far each werkplein is with integrale dienstverlening, told every tertaal."""
