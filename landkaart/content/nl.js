// The policy refuses WebAssembly. Streamlit's protobuf library goes on without where there is none, instead of being refused.
delete window.WebAssembly;

// Where Streamlit is, so that it does not look for itself under every page and find nothing there.
window.__streamlit = { BACKEND_BASE_URL: location.origin };

// What is chosen on a page changes its address, and is no step of its own: back leads to the page before, as it was left.
// While Streamlit switches pages it writes the choices of the next one under the address of the one that is left.
(() => {
  let left = location.href;
  for (const act of ["pointerdown", "keydown"]) addEventListener(act, () => { left = location.href; }, true);
  const push = history.pushState.bind(history), path = (url) => new URL(url ?? "", location.href).pathname;
  history.pushState = (state, title, url) => {
    if (path(url) === location.pathname) return history.replaceState(state, title, url);
    if (path(left) === location.pathname) history.replaceState(history.state, "", left);
    push(state, title, url);
  };
})();

// Streamlit's own fixed texts, in Dutch. What is not listed stays as it is; what people typed is never touched.
(() => {
  const texts = {
    "Press Enter to apply": "Druk op Enter om te bewaren",
    "Press Ctrl+Enter to apply": "Druk op Ctrl+Enter om te bewaren",
    "Press ⌘+Enter to apply": "Druk op ⌘+Enter om te bewaren",
    "No results": "Niets gevonden",
    "No options to select": "Niets gevonden",
    "Choose an option": "Kies",
    "Choose options": "Kies één of meer",
    "Select all": "Alles kiezen",
    "Clear value": "Leegmaken",
    "Clear all": "Alles leegmaken",
    "Fullscreen": "Volledig scherm",
    "Close fullscreen": "Volledig scherm sluiten",
    "Download as CSV": "Opslaan als CSV",
    "Show/hide columns": "Kolommen kiezen",
    "Search": "Zoeken",
    "Sort ascending": "Oplopend sorteren",
    "Sort descending": "Aflopend sorteren",
    "Pin column": "Kolom vastzetten",
    "Unpin column": "Kolom losmaken",
    "Hide column": "Kolom verbergen",
    "Autosize": "Breedte aanpassen",
    "Statistics": "Samenvatting",
    "Format": "Notatie",
    "Copy column name": "Naam van de kolom kopiëren",
    "Show data": "Gegevens tonen",
    "Show chart": "Grafiek tonen",
    "Save as PNG": "Opslaan als PNG",
    "Save as SVG": "Opslaan als SVG",
    "Running...": "Bezig…",
    "Connecting": "Verbinding maken",
    "Connection error": "Geen verbinding",
    "Please wait...": "Even geduld…",
    "Page not found": "Deze pagina bestaat niet",
    "The page that you have requested does not seem to exist. Running the app's main page.":
      "Het adres dat u opende bestaat niet, of is niet voor uw rol. U ziet nu het landelijk beeld.",
    "Close": "Sluiten",
    "Copy": "Kopiëren",
    "Copy to clipboard": "Kopiëren",
    "Print": "Afdrukken",
    "Rerun": "Opnieuw tonen",
    "Record a screencast": "Scherm opnemen",
    "Record screen": "Scherm opnemen",
    "Show password text": "Wachtwoord tonen",
    "Hide password text": "Wachtwoord verbergen",
    "Previous page": "Vorige pagina",
    "Next page": "Volgende pagina",
    "Main menu": "Menu",
    "Help": "Uitleg",
    "App pages": "Pagina's",
    "Link to heading": "Link naar deze kop",
    "Toggle fullscreen": "Volledig scherm",
  };
  const named = ["aria-label", "title", "placeholder"];
  const typed = "[data-testid=stMarkdownContainer], textarea, [contenteditable]";

  // "Search: what the table is about" has a fixed part and a part of ours.
  function dutch(text) {
    const [, fixed, rest] = text.trim().match(/^(.*?)(: .*)?$/s);
    return texts[fixed] && texts[fixed] + (rest ?? "");
  }

  function name(element, attribute) {
    const found = dutch(element.getAttribute(attribute) ?? "");
    if (found) element.setAttribute(attribute, found);
  }

  function translate(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      const found = dutch(node.nodeValue);
      if (found && !node.parentElement?.closest(typed)) node.nodeValue = found;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const attribute of named) name(node, attribute);
    for (const child of node.childNodes) translate(child);
  }

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(translate);
      else if (change.type === "characterData") translate(change.target);
      else name(change.target, change.attributeName);
    }
  }).observe(document.documentElement, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: named,
  });
})();
