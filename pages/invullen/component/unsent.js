// What was typed and is not yet at the server, kept in this browser: under account, werkplein, tertaal and field, for at most
// 14 days. A browser that keeps nothing, or no more, is no reason to stop.

const MARK = "landkaart-invullen";
const LONGEST = 14 * 24 * 3600 * 1000;

export class Unsent {
  // `store`: as localStorage, or null; `tab`: which page wrote it; `now`: milliseconds.
  constructor({ store, place, tab, now }) {
    Object.assign(this, { store, tab, now, place: `${MARK}|${place.join("|")}|`, works: true });
    this.try(() => {
      this.store.setItem(`${MARK}?`, "x");
      this.store.removeItem(`${MARK}?`);
      this.dropOld();
    });
  }

  try(act) {
    try {
      return act();
    } catch {
      this.works = false;
      return undefined;
    }
  }

  put(field, entry) {
    const text = JSON.stringify({ ...entry, op: this.now(), tab: this.tab });
    this.try(() => {
      this.store.setItem(this.place + field, text);
      this.works = true;
    });
  }

  drop(field) {
    this.try(() => this.store.removeItem(this.place + field));
  }

  // [field, entry] of all that was left here, the oldest first; not of a page that is still open elsewhere (`alive`).
  left(alive) {
    const found = (this.try(() => this.keys(this.place)) ?? []).map((key) => [key.slice(this.place.length), this.read(key)]);
    return found.filter(([, entry]) => entry && !alive.has(entry.tab)).sort(([, a], [, b]) => a.op - b.op);
  }

  keys(beginning) {
    const all = Array.from({ length: this.store.length }, (_, index) => this.store.key(index));
    return all.filter((key) => key.startsWith(beginning));
  }

  read(key) {
    try {
      return JSON.parse(this.store.getItem(key));
    } catch {
      return null;
    }
  }

  dropOld() {
    for (const key of this.keys(`${MARK}|`)) {
      const entry = this.read(key);
      if (!entry || !(this.now() - entry.op < LONGEST)) this.store.removeItem(key);
    }
  }
}
