// What the form says of what was typed and chosen.

import { Link } from "./saving.js";
import { Phase } from "./veld.js";

const HOW = { bevestigd: "ongewijzigd bevestigd, ", ingelezen: "ingelezen uit een bestand, " };

// Of one field; `empty`: what there is to say while nothing stands there.
export function stateOf(field, saving, empty) {
  if (field.pending && saving.link === Link.SESSION) return "niet opgeslagen: u bent afgemeld";
  if (field.pending && saving.link === Link.DENIED) return "niet opgeslagen";
  switch (field.phase) {
    case Phase.TYPED: return saving.link === Link.AWAY ? "niet opgeslagen: geen verbinding" : "nog niet opgeslagen";
    case Phase.SENT: return saving.slow ? "opslaan duurt langer dan gewoon…" : "wordt opgeslagen…";
    case Phase.FAILED: return "niet opgeslagen; wordt opnieuw geprobeerd";
    case Phase.OTHER: return "niet opgeslagen: kies wat er moet staan";
    case Phase.REFUSED: return `niet opgeslagen: ${field.refusal ?? "dit kan niet worden bewaard."}`;
    case Phase.LATE: return "te laat: niet opgeslagen";
    default: return saved(field, empty);
  }
}

function saved({ kept, saved: bySelf }, empty) {
  const gone = kept.waarde === null || kept.waarde === "";
  if (gone) return bySelf ? "gewist en opgeslagen" : empty;
  const who = kept.door && !kept.eigen ? ` door ${kept.door}` : "";
  const when = kept.opgeslagen ? `opgeslagen ${kept.opgeslagen}` : "opgeslagen";
  return `${HOW[kept.wijze] ?? ""}${when}${who}`;
}

// What a row or a square in the overview looks like: "done", "open", "busy" or "problem".
export function lookOf(choice, text) {
  const all = [choice, text];
  if (all.some((field) => field.pending && ![Phase.TYPED, Phase.SENT].includes(field.phase))) return "problem";
  if (all.some((field) => field.pending)) return "busy";
  return choice.shown === null ? "open" : "done";
}

export const LOOKS = { done: "opgeslagen", open: "nog niet beoordeeld", busy: "wordt opgeslagen", problem: "niet opgeslagen" };

// Of the whole form: [kind, sentence].
export function stateOfAll(saving, pending) {
  const many = pending.length, these = many === 1 ? "1 wijziging" : `${many} wijzigingen`;
  if (saving.link === Link.SESSION) return ["problem", many ? `U bent afgemeld; ${these} nog niet opgeslagen.` : "U bent afgemeld."];
  if (saving.link === Link.DENIED) return ["problem", saving.said ?? "U mag dit formulier niet (meer) invullen."];
  if (saving.link === Link.AWAY) {
    const rest = many ? `${these} nog niet opgeslagen; dat gaat vanzelf zodra het kan.` : "het wordt vanzelf opnieuw geprobeerd.";
    return ["problem", `Geen verbinding: ${rest}`];
  }
  const late = pending.filter(({ phase }) => phase === Phase.LATE).length;
  if (late) return ["problem", `${late === 1 ? "1 wijziging kwam" : `${late} wijzigingen kwamen`} te laat en ${late === 1 ? "is" : "zijn"} niet opgeslagen.`];
  const stuck = pending.filter(({ phase }) => phase === Phase.OTHER || phase === Phase.REFUSED).length;
  if (stuck) return ["problem", `${stuck === 1 ? "1 wijziging is" : `${stuck} wijzigingen zijn`} niet opgeslagen: kijk wat er staat.`];
  if (many) return ["busy", saving.slow ? "Opslaan duurt langer dan gewoon…" : "Wordt opgeslagen…"];
  return ["done", "Alles is opgeslagen."];
}
