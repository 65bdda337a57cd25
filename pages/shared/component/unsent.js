// What was given and is not yet at the server, kept in this browser for at most 14 days. One that keeps nothing is no reason
// to stop.

const MARK = "landkaart-invullen|", LONGEST = 14 * 24 * 3600 * 1000;

export class Unsent {
	// `place`: account, werkplein, tertaal; `tab`: which page writes; `now`: milliseconds.
	constructor({ store, place, tab, now }) {
		Object.assign(this, { store, tab, now, place: `${MARK}${place.join("|")}|`, works: true });
		this.attempt(() => {
			store.setItem(MARK, "?");
			store.removeItem(MARK);
			for (const key of this.keys(MARK)) if (!(now() - this.read(key)?.op < LONGEST)) store.removeItem(key);
		});
	}

	attempt(act) {
		try {
			return act();
		} catch {
			this.works = false;
		}
	}

	put(field, entry) {
		const text = JSON.stringify({ ...entry, op: this.now(), tab: this.tab });
		this.works = true;
		this.attempt(() => this.store.setItem(this.own(field), text));
	}

	drop(field) {
		this.attempt(() => this.store.removeItem(this.own(field)));
	}

	// Each page has its own: two that are open do not write over each other.
	own(field) {
		return `${this.place}${field}|${this.tab}`;
	}

	// { field, entry, take } of what was left, the oldest first; not of pages that are still open (`alive`). `take` is called
	// when this page has it.
	left(alive) {
		const found = this.attempt(() => this.keys(this.place).map((key) => this.entryAt(key)));
		return (found ?? []).filter(({ entry }) => entry && !alive.has(entry.tab)).sort((a, b) => a.entry.op - b.entry.op);
	}

	entryAt(key) {
		const [field] = key.slice(this.place.length).split("|");
		const take = () => key !== this.own(field) && this.attempt(() => this.store.removeItem(key));
		return { field, entry: this.read(key), take };
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
}

// Which pages of the form are open here: what one of them has not sent is not another's to send.
const TAB = "landkaart-invullen ";
const locks = globalThis.navigator?.locks;
export const ownTab = `${Date.now()} ${Math.random()}`;

// Held for as long as the page lives.
locks?.request(TAB + ownTab, () => new Promise(() => {}));

export async function openTabs() {
	const { held = [] } = (await locks?.query()) ?? {};
	const names = held.map(({ name }) => name).filter((name) => name.startsWith(TAB));
	return new Set(names.map((name) => name.slice(TAB.length)).filter((tab) => tab !== ownTab));
}
