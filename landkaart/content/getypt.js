// What is typed in a field of a page and was not saved yet is there again after F5, a step back, a restart or a new sign-in:
// kept in this browser under the account and the field, for at most 14 days. And what does not fit is said, not passed over.
(() => {
  const MARK = "landkaart-tekst|", LONGEST = 14 * 24 * 3600 * 1000, NEARLY = 0.9;
  const FRAME = "[data-testid=stTextArea], [data-testid=stTextInput]";
  const FIELD = "[data-testid=stTextArea] textarea, [data-testid=stTextInput] input:not([type=password])";
  const DRAWN = 50; // A field is there before what stands in it.
  const saved = new Map();

  // A browser that keeps nothing is no reason to stop.
  const quietly = (act) => { try { act(); } catch { /* as it was */ } };

  // A place of its own for each page that is open: two of them do not write over each other. The lock lives as long as the page.
  const TAB = `${Date.now()} ${Math.random()}`, HERE = "landkaart-pagina";
  const before = [];
  quietly(() => {
    before.push(...JSON.parse(sessionStorage.getItem(HERE) ?? "[]"));
    sessionStorage.setItem(HERE, JSON.stringify([TAB, ...before].slice(0, 9)));
  });
  navigator.locks?.request(MARK + TAB, () => new Promise(() => {}));

  async function otherPages() {
    const { held = [] } = (await navigator.locks?.query()) ?? {};
    return new Set(held.map(({ name }) => name.slice(MARK.length)).filter((tab) => tab !== TAB));
  }

  // The place of a field of ours, whose key ends in how often it was saved in this visit (`run_act.key`); one to search with has none.
  function placeOf(field) {
    const account = document.querySelector("[data-account]")?.dataset.account;
    const [, name, times] = field.closest("[class*=st-key-]")?.className.match(/st-key-(\S+)-(\d+)(?:\s|$)/) ?? [];
    return account && name ? [`${MARK}${account}|${name}`, Number(times)] : null;
  }

  const ownKey = (place) => `${place}|${TAB}`;

  function read(key) {
    const found = JSON.parse(localStorage.getItem(key) ?? "null");
    return found && Date.now() - found.op < LONGEST ? found : localStorage.removeItem(key);
  }

  // What was typed in this field here, also before this page was loaded anew, or else last on one that is not open any more.
  function leftAt(place, elsewhere) {
    const keys = Object.keys(localStorage).filter((key) => key === place || key.startsWith(`${place}|`));
    const there = keys.map((key) => ({ key, tab: key.slice(place.length + 1), ...read(key) }));
    const left = there.filter(({ op, tab }) => op && !elsewhere.has(tab)).sort((one, other) => other.op - one.op);
    return left.find(({ tab }) => tab === TAB) ?? left.find(({ tab }) => before.includes(tab)) ?? left[0];
  }

  // What Streamlit was told of it: `default`, what the database has, whatever is shown; `maxChars`, how much fits.
  function toldOf(field) {
    let node = field[Object.keys(field).find((name) => name.startsWith("__reactFiber$"))];
    while (node && node.memoizedProps?.element?.maxChars === undefined) node = node.return;
    return node?.memoizedProps.element ?? { default: "", maxChars: 0 };
  }

  const standsIn = (field) => toldOf(field).default ?? "", mostOf = (field) => toldOf(field).maxChars || Infinity;

  async function arrive(field) {
    const elsewhere = await otherPages(), [place, times] = placeOf(field) ?? [];
    if (!place || !field.isConnected) return;
    if (times > (saved.get(place) ?? times)) localStorage.removeItem(ownKey(place));
    saved.set(place, times);
    const left = leftAt(place, elsewhere), stands = standsIn(field);
    if (!left) return;
    if (left.text === stands) localStorage.removeItem(left.key);
    else if (left.base !== stands) say(field, `Dit veld is intussen gewijzigd. Eerder typte u hier: ${left.text}`);
    else if (left.text !== field.value) {
      bringBack(field, left.text);
      if (left.key !== ownKey(place)) localStorage.removeItem(left.key);
    }
  }

  // As if it was typed and left: so Streamlit knows of it.
  function bringBack(field, text) {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => field.dispatchEvent(new FocusEvent("focusout", { bubbles: true })), 300);
    say(field, "Teruggehaald: deze tekst was nog niet opgeslagen.");
  }

  // Below the field; a screen reader says it too. Nothing takes it away.
  function say(field, text) {
    const frame = field.closest(FRAME), old = frame.querySelector("[data-over-de-tekst]");
    if (!text || old?.textContent === text) return text || old?.remove();
    const note = old ?? document.createElement("p");
    note.setAttribute("role", "status");
    note.setAttribute("data-over-de-tekst", "");
    if (!old) frame.append(note);
    note.textContent = text;
  }

  // Streamlit takes no more than fits, without a word, and says only beside the field how much there is.
  function measure(field, event) {
    const most = mostOf(field), given = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
    const long = field.value.length - (field.selectionEnd - field.selectionStart) + given.length;
    if (!given || long <= most) return;
    say(field, given.length > 1
      ? `Niet overgenomen: hier passen ${most} tekens, en met deze tekst worden het er ${long}. Kort de tekst in en plak haar dan.`
      : `Dit veld is vol: er passen ${most} tekens in.`);
  }

  const expect = (field) => setTimeout(() => arrive(field).catch(() => { /* as it was */ }), DRAWN);

  addEventListener("beforeinput", (event) => quietly(() => event.target.matches?.(FIELD) && measure(event.target, event)), true);
  addEventListener("input", ({ target }) => quietly(() => {
    if (!target.matches?.(FIELD)) return;
    const [place] = placeOf(target) ?? [], most = mostOf(target), left = most - target.value.length;
    if (left >= 0) say(target, target.value.length > NEARLY * most ? `Nog ${left} van ${most} tekens.` : "");
    const entry = { text: target.value, base: standsIn(target), op: Date.now() };
    if (place && left >= 0) localStorage.setItem(ownKey(place), JSON.stringify(entry));
  }), true);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) node.querySelectorAll?.(FIELD).forEach(expect);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
  quietly(() => Object.keys(localStorage).filter((key) => key.startsWith(MARK)).forEach(read));
})();
