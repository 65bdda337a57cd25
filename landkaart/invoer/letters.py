"""How odd an accent or a sign is where it stands, in Dutch and in Frisian: by this encodings are told apart."""

# What is usual, what is seldom, what is another language, what nobody writes.
USUAL, SELDOM, FOREIGN, NEVER = 0, 2, 3, 6
# How much better one reading must be than another to be believed.
MARGIN = 2

VOWELS = set("aeiouáéíóúàèâêôûëïöü")
TREMAS, ROUND, ACUTE = set("ëïöü"), set("âêôû"), set("áéíóú")
RARE, ALIEN = set("çñäîì"), set("ãåæòõøùœßšžýÿðþ")
OPENING, CLOSING = set("‘“«‚„"), set("’”»´")
# After an apostrophe within a word: foto’s, A4’tje, zo’n, ’r, ’em.
AFTER_APOSTROPHE = set("stnreSTNRE")
BESIDE = set("€£–—•·§°±½¼¾©®×÷¡¿¢¥\u00a0")
AFTER_A_WORD = set("…²³ºª¹™©®°½µ")
# As they stand in names and in common words, in small letters.
KNOWN = (
    "súd", "lân", "út", "hûs", "bût", "ûn", "skû", "tsjû", "stêd", "nêst", "fêst", "wêz", "âld", "ús", "mêd", "hûn", "wûn",
    "kû", "één", "éé", "cië", "tië", "lië", "rië", "gië", "dië", "bië", "nië", "zië", "coö", "geï", "beï", "geü", "creë",
    "eeë", "reë", "noë", "chaë", "raë", "zoë", "loë", "oïs", "uïn", "aïe", "uüm", "oöl", "eün", "privé", "café", "josé",
    "dré", "rené", "comité", "cité", "logé", "ché", "ière", "scène", "crème", "hélène", "thérèse", "enquêt", "façad",
    "françois", "curaçao", "vóór", "dóór", "’s-", "o’s", "a’s", "i’s", "y’s", "u’s", "’t", "zo’n",
)  # fmt: skip


def is_known(text: str) -> bool:
    """Say whether a word has an accent where it is often written."""
    small = text.casefold()
    return any(known in small for known in KNOWN)


def oddness(text: str, place: int) -> int:
    """Say how odd one letter or sign of a word is in its place."""
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if not text[place].isalpha() or text[place] in "ºª":
        return oddness_of_sign(text[place], before, after)
    if is_odd_capital(text, place):
        return NEVER
    # A letter with an accent seldom begins a word, but for É; and a single letter is seldom a word.
    initial = SELDOM if not before and after and text[place] not in "éÉ" else USUAL
    alone = SELDOM if len(text) == 1 and text not in "éèàá" else USUAL
    return oddness_of_letter(text[place].casefold(), before.casefold(), after.casefold()) + initial + alone


def oddness_of_letter(sign: str, before: str, after: str) -> int:
    if sign == "ç" and after in set("aou"):
        return USUAL
    if sign in TREMAS:
        # It keeps two vowels apart; in a name it may stand elsewhere.
        return USUAL if before in VOWELS and before else SELDOM
    if sign in ROUND:
        return SELDOM if before in VOWELS and before else USUAL
    if sign in ACUTE:
        doubled = sign in (before, after)
        beside = (before in VOWELS and before) or (after in VOWELS and after and sign != "é")
        return SELDOM if beside and not doubled else USUAL
    if sign == "è":
        return 1 if before else FOREIGN + SELDOM
    if sign == "à":
        return FOREIGN if after else 1
    return SELDOM if sign in RARE else FOREIGN if sign in ALIEN else NEVER


def oddness_of_sign(sign: str, before: str, after: str) -> int:
    left, right = before.isalnum(), after.isalnum()
    if sign == "’" and left and right:
        return USUAL if after in AFTER_APOSTROPHE else FOREIGN
    if sign in OPENING:
        seldom = SELDOM if sign in "«‚„" else USUAL
        return NEVER if left else seldom if right else SELDOM
    if sign in CLOSING:
        if right and sign in "”»":
            return NEVER
        return USUAL if sign in "’”" and (left or right) else SELDOM
    if sign in AFTER_A_WORD and not right:
        return SELDOM if before.isalpha() else USUAL
    if sign in BESIDE:
        return NEVER if before.isalpha() or after.isalpha() else USUAL
    return NEVER


def is_odd_capital(text: str, place: int) -> bool:
    """Say whether a capital stands amid small letters, or a small letter amid capitals."""
    others = [sign for number, sign in enumerate(text) if number != place and sign.isalpha()]
    if text[place].isupper():
        return place > 0 and text[place - 1].isalpha() and any(map(str.islower, others))
    return len(others) > 1 and all(map(str.isupper, others))
