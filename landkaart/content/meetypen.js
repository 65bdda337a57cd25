// A field whose key begins with "meetypen-" is kept while somebody types: at every pause, as if the field was left for a moment.
// The cursor stays where it is. Streamlit itself sends a text only when its field is left (1.67).
(() => {
  const FIELD = "[class*=st-key-meetypen-] textarea", PAUSE = 1200;
  const waiting = new WeakMap();

  function keep(field) {
    waiting.delete(field);
    if (field.isConnected) field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  }

  addEventListener("input", ({ target }) => {
    if (!target.matches?.(FIELD)) return;
    clearTimeout(waiting.get(target));
    waiting.set(target, setTimeout(() => keep(target), PAUSE));
  }, true);
})();
