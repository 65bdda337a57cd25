"""The SUWI-landkaart: how far each werkplein is with integrale dienstverlening, told every tertaal."""

VERSION = "0.1.0"
