// Each table and list of names on a page can be copied whole, with its headings, and is printed whole. The server keeps what a
// page shows (`landkaart/web/screen`); it travels once more only when somebody copies or prints.
(() => {
  const PLACE = "[data-testid=stDataFrame], [data-testid=stTable], [class*=st-key-namen-], [class*=st-key-zinnen-]";
  const TEXT = "[class*=st-key-zinnen-]";
  const AGAIN = "Kopiëren lukte niet. Ververs de pagina en probeer het opnieuw.";
  const rows = (number) => (number === 1 ? "1 rij" : `${number.toLocaleString("nl-NL")} rijen`);

  const address = (rest) => {
    const blad = document.querySelector("[data-blad]")?.dataset.blad;
    return blad ? `/scherm/${blad}/${rest}` : null;
  };

  // An element of ours has the class of its key.
  const keyed = (element) => element.closest("[class*=st-key-]");
  const nameOf = (element) => keyed(element)?.className.match(/st-key-(\S+)/)?.[1];

  // What Streamlit draws as a table of HTML is all there.
  function drawn(table) {
    const copy = document.createElement("table");
    copy.border = "1";
    const texts = [...table.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => guarded(cell.innerText.trim())));
    for (const [place, row] of texts.entries()) {
      const line = copy.insertRow();
      for (const text of row) line.append(Object.assign(document.createElement(place ? "td" : "th"), { textContent: text }));
    }
    const titel = table.getAttribute("aria-label") ?? table.querySelector("caption")?.textContent ?? "tabel";
    const tekst = texts.map((row) => row.map((text) => text.replace(/\s+/g, " ")).join("\t")).join("\n") + "\n";
    return { titel, rijen: texts.length - 1, html: copy.outerHTML, tekst };
  }

  // Sentences stand on the page as they are read: paragraphs, lists and what is bold in them, without our classes.
  function spoken(place) {
    const whole = document.createElement("div");
    for (const part of place.querySelectorAll("[data-testid=stMarkdownContainer]")) whole.append(...part.cloneNode(true).children);
    for (const each of whole.querySelectorAll("*")) for (const name of each.getAttributeNames()) each.removeAttribute(name);
    const lines = [...whole.querySelectorAll("p, li")].map((each) => guarded(each.textContent.trim()));
    return { titel: titleOf(place), zinnen: true, html: whole.innerHTML, tekst: lines.join("\n") + "\n" };
  }

  // How they begin, for who hears the button.
  function titleOf(place) {
    const text = place.querySelector("[data-testid=stMarkdownContainer]")?.innerText.trim().split("\n")[0] ?? "";
    return text.length > 60 ? `${text.slice(0, 60).replace(/\s\S*$/, "")}…` : text;
  }

  const guarded = (text) => (/^[=+\-@＝＋－＠]/.test(text) && !/^[+-]?\d+%?$/.test(text) ? `'${text}` : text);

  async function fetched(element) {
    const table = element.matches("[data-testid=stTable]") && element.querySelector("table");
    if (table) return drawn(table);
    if (element.matches(TEXT)) return spoken(element);
    const name = nameOf(element), from = name && address(`tabel/${encodeURIComponent(name)}`);
    const answer = from && await fetch(from);
    if (!answer?.ok) throw new Error((await answer?.text()) || AGAIN);
    return answer.json();
  }

  async function copy(element) {
    const coming = fetched(element);
    const part = (name, kind) => coming.then((found) => new Blob([found[name]], { type: kind }));
    if (navigator.clipboard?.write) {
      const kinds = { "text/html": part("html", "text/html"), "text/plain": part("tekst", "text/plain") };
      // What is asked for must be on its way while the click still counts as one.
      await Promise.all([coming, navigator.clipboard.write([new ClipboardItem(kinds)])]);
    } else copyBefore(await coming);
    return coming;
  }

  // Without https there is only the way of before.
  function copyBefore(found) {
    const give = (event) => {
      event.clipboardData.setData("text/html", found.html);
      event.clipboardData.setData("text/plain", found.tekst);
      event.preventDefault();
    };
    document.addEventListener("copy", give, { once: true });
    if (!document.execCommand("copy")) throw new Error(AGAIN);
  }

  // What stands in sentences comes after their place.
  function name(element, button) {
    if (element.matches(TEXT)) button.setAttribute("aria-label", `Kopiëren: ${titleOf(element)}`);
  }

  function addButton(element) {
    const place = element.matches("[data-testid=stTable]") ? element : keyed(element);
    if (!place) return;
    const there = place.querySelector(":scope > .lk-kopie button");
    if (there) return name(element, there);
    const bar = Object.assign(document.createElement("div"), { className: "lk-kopie" });
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Kopiëren" });
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    const what = element.querySelector("[role=region][aria-label], table[aria-label]")?.getAttribute("aria-label");
    if (what) button.setAttribute("aria-label", `Kopiëren: ${what}`);
    name(element, button);
    button.addEventListener("click", async () => {
      button.disabled = true;
      said.textContent = "Bezig…";
      try {
        const found = await copy(element.isConnected ? element : place.querySelector(PLACE) ?? place);
        said.textContent = found.zinnen ? `Gekopieerd: ${found.titel}` : `Gekopieerd: ${found.titel}, ${rows(found.rijen)}`;
      } catch (error) {
        said.textContent = error.name === "NotAllowedError" ? "Uw browser staat kopiëren hier niet toe." : error.message || AGAIN;
      }
      button.disabled = false;
      button.focus();
    });
    bar.append(button, said);
    place.append(bar);
  }

  const look = (node) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.matches(PLACE)) addButton(node);
    node.querySelectorAll(PLACE).forEach(addButton);
    const text = node.closest(TEXT);
    if (text) addButton(text);
  };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach(look);
  }).observe(document.documentElement, { childList: true, subtree: true });
  look(document.documentElement);

  // A print has every row of every table, and says where the page comes from. It waits for nothing, so this does not either.
  function fill() {
    if (document.querySelector(".lk-afdruk")) return;
    const from = address("afdruk"), asking = new XMLHttpRequest();
    if (!from) return;
    asking.open("GET", from, false);
    try { asking.send(); } catch { return; }
    if (asking.status !== 200) return;
    const { tabellen, herkomst } = JSON.parse(asking.responseText);
    for (const [name, found] of Object.entries(tabellen)) {
      const place = document.querySelector(`.st-key-${CSS.escape(name)}`);
      // Names stand there as text already.
      if (!place || name.startsWith("namen-")) continue;
      const whole = printed("lk-afdruk", found);
      if (whole.querySelector("tr").children.length > 8) whole.classList.add("lk-breed");
      place.append(whole);
    }
    const main = document.querySelector("[data-testid=stMainBlockContainer]");
    const foot = printed("lk-afdruk lk-herkomst", "<h2>Herkomst</h2>");
    for (const line of herkomst) foot.append(Object.assign(document.createElement("p"), { textContent: line }));
    main?.append(foot);
  }

  function printed(kind, html) {
    return Object.assign(document.createElement("div"), { className: kind, innerHTML: html });
  }

  const clear = () => document.querySelectorAll(".lk-afdruk").forEach((each) => each.remove());
  addEventListener("beforeprint", fill);
  addEventListener("afterprint", clear);
  matchMedia("print").addEventListener("change", ({ matches }) => (matches ? fill() : clear()));
})();
