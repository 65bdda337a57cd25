// What the form says of what was given.

import { Link } from "./saving.js";
import { Phase, same } from "./veld.js";

const NOT = "niet opgeslagen", HOW = { bevestigd: "ongewijzigd bevestigd, ", ingelezen: "ingelezen uit een bestand, ", overgenomen: "overgenomen, " };

// Of one field; `empty`: what there is to say while nothing stands there.
export function stateOf(field, { link, slow }, empty) {
	if (field.pending && link === Link.SESSION) return `${NOT}: u bent afgemeld`;
	if (field.pending && link === Link.DENIED) return NOT;
	switch (field.phase) {
		case Phase.TYPED: return link === Link.OK ? "nog niet opgeslagen" : NOT;
		case Phase.SENT: return slow ? "opslaan duurt langer dan gewoon…" : "wordt opgeslagen…";
		case Phase.FAILED: return `${NOT}; wordt opnieuw geprobeerd`;
		case Phase.OTHER: return `${NOT}: kies wat er moet staan`;
		case Phase.REFUSED: return `${NOT}: ${field.refusal}`;
		case Phase.LATE: return `te laat: ${NOT}`;
		default: return saved(field, empty);
	}
}

function saved({ kept, saved: bySelf }, empty) {
	if (same(kept.waarde, "")) return bySelf ? "gewist en opgeslagen" : empty;
	const who = kept.door && !kept.eigen ? ` door ${kept.door}` : "";
	return `${HOW[kept.wijze] ?? ""}opgeslagen${kept.opgeslagen ? ` ${kept.opgeslagen}` : ""}${who}`;
}

export const LOOKS = { done: "opgeslagen", open: "nog niet beoordeeld", busy: "wordt opgeslagen", problem: NOT };

// Of what is not on its way; otherwise null.
export function held({ pending, phase }, link) {
	return (pending && (link !== Link.OK || ![Phase.TYPED, Phase.SENT].includes(phase))) || null;
}

// Of a row, by name of LOOKS.
export function lookOf(choice, text, link) {
	const both = [choice, text];
	if (both.some((field) => held(field, link))) return "problem";
	if (both.some(({ pending }) => pending)) return "busy";
	return choice.shown === null ? "open" : "done";
}

// Of the whole form: [look, sentence].
export function stateOfAll({ link, said, slow }, pending) {
	const late = pending.filter((field) => field.late).length, stuck = pending.filter((field) => field.stuck).length;
	const left = `${many(pending.length, "wijziging", "wijzigingen")} nog niet opgeslagen`;
	if (link === Link.SESSION) return ["problem", pending.length ? `U bent afgemeld; ${left}.` : "U bent afgemeld."];
	if (link !== Link.OK && said) return ["problem", pending.length ? `${said} ${left}.` : said];
	if (link === Link.AWAY) return ["problem", `Geen verbinding: ${pending.length ? `${left}; dat gaat` : "het gaat"} vanzelf zodra het kan.`];
	if (late) return ["problem", `${many(late, "wijziging kwam te laat en is", "wijzigingen kwamen te laat en zijn")} niet opgeslagen.`];
	if (stuck) return ["problem", `${many(stuck, "wijziging is", "wijzigingen zijn")} niet opgeslagen: kijk wat er staat.`];
	if (pending.length) return ["busy", slow ? "Opslaan duurt langer dan gewoon…" : "Wordt opgeslagen…"];
	return ["done", "Alles is opgeslagen."];
}

export function many(number, one, more) {
	return `${number.toLocaleString("nl-NL")} ${number === 1 ? one : more}`;
}
