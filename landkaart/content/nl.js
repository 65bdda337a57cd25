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

// Light or dark: as the machine of the visitor has it, or as he chose in the menu. Streamlit keeps that choice for each address
// apart, and looks at it late: here it is one choice, which holds from the first moment. Paper leaves it as it is.
(() => {
  const OURS = "landkaart-thema", { getItem, setItem } = Storage.prototype, machine = matchMedia("(prefers-color-scheme: dark)");
  const key = (name) => (/^stActiveTheme-.*-v\d+$/.test(name) ? OURS : name), root = document.documentElement;
  Storage.prototype.getItem = function (name) { return getItem.call(this, key(name)); };
  Storage.prototype.setItem = function (name, value) {
    setItem.call(this, key(name), value);
    if (key(name) === OURS) follow();
  };

  function chosen() {
    try {
      return { '"Light"': "light", '"Dark"': "dark" }[localStorage.getItem(OURS)];
    } catch {
      return undefined; // Who keeps nothing follows his machine.
    }
  }

  function follow() {
    if (matchMedia("print").matches) return;
    const choice = chosen();
    root.style.colorScheme = choice ?? "";
    root.dataset.thema = (choice ?? (machine.matches ? "dark" : "light")) === "dark" ? "donker" : "licht";
  }

  machine.addEventListener("change", follow);
  follow();
})();

// A browser that translates a page puts elements of its own around the words. Streamlit then no longer finds what it wants to
// take away or to put something before, and shows an error in its place: here that is passed over.
(() => {
  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function (child) {
    return child.parentNode === this ? removeChild.call(this, child) : child;
  };
  Node.prototype.insertBefore = function (node, before) {
    return insertBefore.call(this, node, before?.parentNode === this ? before : null);
  };
})();

// The line to the server. While it is away Streamlit asks, and after some times opens a dialog that takes the focus of whoever
// types and talks to a programmer: here the asking goes on until there is an answer, and a line at the top says what is so.
(() => {
  const MAY_TAKE = 3500, ask = window.fetch;
  let isOpen = false, wasOpen = false, isSignedOut = false, waiting = null;
  const line = document.createElement("div");

  window.fetch = (what, how) => {
    const address = new URL(what?.url ?? what, location.href);
    if (!/\/_stcore\/(health|host-config)$/.test(address.pathname)) return ask(what, how);
    expect();
    return untilAnswered(address);
  };

  async function untilAnswered(address) {
    for (let pause = 500; ; pause = Math.min(pause * 1.5, 3000)) {
      const answer = await ask(address, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
      if (answer?.ok || answer?.status === 404) return answer;
      isSignedOut = answer?.status === 401;
      await new Promise((go) => setTimeout(go, pause));
    }
  }

  window.WebSocket = new Proxy(window.WebSocket, {
    construct(Socket, given) {
      const socket = new Socket(...given);
      if (!String(given[0]).includes("/_stcore/stream")) return socket;
      socket.addEventListener("open", () => tell(true));
      socket.addEventListener("close", () => tell(false));
      expect();
      return socket;
    },
  });

  function tell(now) {
    if (isOpen !== now) dispatchEvent(new CustomEvent("landkaart:verbinding", { detail: now }));
    [isOpen, wasOpen] = [now, wasOpen || now];
    if (now) isSignedOut = false;
    expect();
  }

  // There is a line by then, or it is said that there is none.
  function expect() {
    if (isOpen) {
      clearTimeout(waiting);
      waiting = null;
      line.remove();
    }
    if (!isOpen) waiting ??= setTimeout(say, MAY_TAKE);
  }

  function say() {
    waiting = null;
    line.setAttribute("role", "status");
    line.setAttribute("data-verbinding", "weg");
    line.style.cssText =
      "position:fixed;inset:0 0 auto;z-index:1000000;padding:.6rem 1rem;background:var(--lk-let-op-vlak);color:var(--lk-tekst);border-bottom:2px solid var(--lk-let-op);font:1rem/1.4 sans-serif";
    document.body.append(line);
    line.innerHTML = isSignedOut
      ? 'U bent afgemeld. <a href="" style="color:var(--lk-nadruk)" target="_self">Meld u opnieuw aan</a>; op Invullen blijft staan wat nog niet is opgeslagen.'
      : wasOpen
        ? "De verbinding met de landkaart is weg en wordt vanzelf hersteld. Houd deze pagina open; op Invullen blijft staan wat u typt."
        : "Deze pagina krijgt geen verbinding met de landkaart en blijft het proberen. Duurt dit langer dan een minuut, dan houdt uw netwerk haar misschien tegen: vraag uw ICT-afdeling om WebSockets naar dit adres toe te staan.";
    if (!isOpen) waiting = setTimeout(say, MAY_TAKE);
  }
})();

// Streamlit's own fixed texts, in Dutch. What is not listed stays as it is; what people typed is never touched.
(() => {
  const texts = {
    "Press Enter to apply": "Druk op Enter om dit over te nemen",
    "Press Ctrl+Enter to apply": "Druk op Ctrl+Enter om dit over te nemen",
    "Press ⌘+Enter to apply": "Druk op ⌘+Enter om dit over te nemen",
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
      "Het adres dat u opende bestaat niet, of is niet voor uw rol. U ziet nu de beginpagina.",
    "Close": "Sluiten",
    "Copy": "Kopiëren",
    "Copy to clipboard": "Kopiëren",
    "Print": "Afdrukken",
    "System": "Zoals uw apparaat",
    "Light": "Licht",
    "Dark": "Donker",
    "Theme": "Licht of donker",
    "Copy version to clipboard": "Versie kopiëren",
    "Rerun": "Opnieuw tonen",
    "Record a screencast": "Scherm opnemen",
    "Record screen": "Scherm opnemen",
    "Show password text": "Wachtwoord tonen",
    "Hide password text": "Wachtwoord verbergen",
    "Previous page": "Vorige pagina",
    "Next page": "Volgende pagina",
    "Main menu": "Menu",
    "Help": "Uitleg",
    "Choose date": "Kies een dag",
    "Choose date and time": "Kies dag en uur",
    "Move forward to switch to the next month.": "Volgende maand",
    "Move backward to switch to the previous month.": "Vorige maand",
    "App pages": "Pagina's",
    "Link to heading": "Link naar deze kop",
    "Toggle fullscreen": "Volledig scherm",
    "Skip to main content": "Naar de inhoud",
    "BidiComponent Error": "Let op",
    "Clear caches": "Geheugen leegmaken",
    "Are you sure you want to clear the app's function caches?": "Wilt u het geheugen van de landkaart leegmaken?",
    "This will remove all cached entries from functions using": "Wat de landkaart onthield, wordt dan opnieuw uit de database gelezen:",
    "Cancel": "Annuleren",
    "Connection timed out.": "De landkaart antwoordt niet. Houd deze pagina open; het wordt vanzelf opnieuw geprobeerd.",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
      "De landkaart antwoordt niet. Houd deze pagina open; het wordt vanzelf opnieuw geprobeerd.",
    "streamlit run yourscript.py": "Blijft dit zo, waarschuw dan de beheerder van de landkaart.",
    "Streamlit server is not responding. Are you connected to the internet?":
      "De landkaart antwoordt niet. Kijk of u verbinding hebt met internet; het wordt vanzelf opnieuw geprobeerd.",
    "2MB per file": "Ten hoogste 2 MB per bestand",
    "Add files": "Meer bestanden kiezen",
    "Drag and drop files here": "Sleep bestanden hierheen",
    "Drag and drop a file here": "Sleep een bestand hierheen",
    "Session expired": "Uw bezoek is verlopen",
    "Bad message format": "Er ging iets mis. Ververs de pagina",
  };
  // What has something else in it every time.
  const patterns = [
    [/bidi-components|Failed to load script|Failed to load CSS/,
      "Het formulier kon niet worden geladen. Wat u eerder invulde, staat er nog. Ververs de pagina; komt het formulier dan nog niet, geef dat dan door aan de beheerder van de landkaart."],
    [/^at .*https?:/, " "],
    [/^File must be .* or smaller\.$/, "Dit bestand is groter dan 2 MB. Maak het kleiner."],
    [/^Made with Streamlit/, "Gemaakt met Streamlit"],
    [/^Cannot connect to Streamlit/, "De landkaart is niet bereikbaar. Het wordt vanzelf opnieuw geprobeerd."],
  ];
  // What has words of ours in it, or numbers: they stay, as $1 and so on. Charts describe their axes in English (Vega).
  const around = [
    [/^Help for (.*)$/s, "Uitleg bij $1"],
    [/^Page (\d+)$/, "Pagina $1"],
    [/^day, (.*)$/s, "dag, $1"], [/^month, (.*)$/s, "maand, $1"], [/^year, (.*)$/s, "jaar, $1"],
    [/^hour, (.*)$/s, "uur, $1"], [/^minute, (.*)$/s, "minuut, $1"],
    [/^Symbol legend for .*? with (\d+) values?: (.*)$/s, "Legenda met $1 waarden: $2"],
    [/^X-axis\b/, "Horizontale as"], [/^Y-axis\b/, "Verticale as"],
    [/ titled '(.*?)' /, " ‘$1’ "],
    [/ for a (?:discrete|linear|time|band|point) scale with values from (.*) to (.*)$/s, ", van $1 tot $2"],
    [/ for a (?:discrete|linear|time|band|point) scale with (\d+) values?: (.*)$/s, " met $1 waarden: $2"],
    [/, ending with (.*)$/s, " tot en met $1"],
    [/^Sum of (.*)$/s, "Som van $1"],
    [/^Selected Date: (\w+) 0?(\d+), (\d+)( at )?/, (_, month, day, year, at) =>
      `Gekozen: ${day} ${months[month] ?? month} ${year}${at ? " om " : ""}`],
  ];
  const months = { January: "januari", February: "februari", March: "maart", April: "april", May: "mei", June: "juni", July: "juli",
    August: "augustus", September: "september", October: "oktober", November: "november", December: "december" };
  // What a part of a chart is, to who hears it.
  const parts = { axis: "as", legend: "legenda", rect: "vlak", bar: "balk", text: "tekst", line: "lijn", symbol: "teken", rule: "streep",
    area: "vlak", group: "groep", geoshape: "gebied" };
  const named = ["aria-label", "title", "placeholder", "aria-roledescription"];
  const typed = "[data-testid=stMarkdownContainer], textarea, [contenteditable]";

  // "Search: what the table is about" has a fixed part and a part of ours.
  function dutch(text) {
    const whole = text.trim(), [, fixed, rest] = whole.match(/^(.*?)(: .*)?$/s);
    if (Object.hasOwn(texts, whole)) return texts[whole];
    if (Object.hasOwn(texts, fixed)) return texts[fixed] + (rest ?? "");
    const known = patterns.find(([pattern]) => pattern.test(whole))?.[1];
    if (known) return known;
    const changed = around.reduce((said, [pattern, ours]) => said.replace(pattern, ours), whole);
    return changed === whole ? undefined : changed;
  }

  // "rect mark container" holds parts, "rect mark" is one of them.
  function part(text) {
    const [, kind] = text.match(/^(\w+)(?: mark)?(?: container)?$/) ?? [];
    return parts[kind];
  }

  function name(element, attribute) {
    const given = element.getAttribute(attribute) ?? "";
    const found = attribute === "aria-roledescription" ? part(given) : dutch(given);
    if (found) element.setAttribute(attribute, found);
  }

  // On a telephone the menu is a list that holds other things than what is in a list: here each part of it is one, with its name.
  function sortMenu(node) {
    const menu = node.closest("[data-testid=stSidebarNavItems]") ?? node.querySelector("[data-testid=stSidebarNavItems]");
    if (!menu || menu.querySelector("[data-testid=stNavSectionHeader]") === null) return;
    for (const element of [menu, ...menu.querySelectorAll(":scope > li, header")]) element.setAttribute("role", "none");
    for (const part of menu.querySelectorAll(":scope > div")) {
      part.setAttribute("role", "list");
      part.setAttribute("aria-label", part.querySelector("header p")?.textContent ?? "");
    }
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
      if (change.type === "childList") {
        change.addedNodes.forEach(translate);
        for (const node of change.addedNodes) if (node.nodeType === Node.ELEMENT_NODE) sortMenu(node);
      }
      else if (change.type === "characterData") translate(change.target);
      else name(change.target, change.attributeName);
    }
  }).observe(document.documentElement, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: named,
  });
})();
