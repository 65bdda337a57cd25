"""The referee of navragen: each is (number, day, answered, closed)."""


def status(navraag):
    _, _, answered, closed = navraag
    if closed:
        return "gesloten"
    return "beantwoord" if answered else "open"


def counts(navragen):
    return {name: sum(status(each) == name for each in navragen) for name in ("open", "beantwoord", "gesloten")}


def order(navragen):
    """The numbers: those that wait first, then those that were answered, then what is closed; each the newest first."""
    found = []
    for name in ("open", "beantwoord", "gesloten"):
        group = [each for each in navragen if status(each) == name]
        while group:
            newest = max(group, key=lambda each: (each[1], each[0]))
            group.remove(newest)
            found.append(newest[0])
    return found
