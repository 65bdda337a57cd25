// A page that was asked for may not carry scripts of its own: this is all that the button needs.
const knop = document.getElementById("afdrukken");
knop.hidden = false;
knop.addEventListener("click", () => window.print());
