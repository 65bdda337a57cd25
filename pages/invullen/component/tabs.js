// Which pages of this form are open in this browser: what one of them has not sent yet is not another's to send.

const MARK = "landkaart-invullen ";
export const ownTab = Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join("");

// Held for as long as the page lives; the browser lets go of it by itself.
navigator.locks?.request(MARK + ownTab, () => new Promise(() => {}));

export async function openTabs() {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const names = held.map(({ name }) => name).filter((name) => name.startsWith(MARK));
  return new Set(names.map((name) => name.slice(MARK.length)).filter((tab) => tab !== ownTab));
}
