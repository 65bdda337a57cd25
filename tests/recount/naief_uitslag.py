"""The referee of what was said to an extra question: answers are texts, or None for who said nothing."""

from fractions import Fraction


def counted(answers, choices):
    """How many said each of the choices, in their order, and how many nothing."""
    return [sum(answer == choice for answer in answers) for choice in choices] + [sum(answer is None for answer in answers)]


def together(answers):
    """Sum, mean, middle, smallest and largest of the numbers; None when there are none."""
    numbers = sorted(Fraction(answer) for answer in answers if answer is not None)
    if not numbers:
        return None
    total = Fraction(0)
    for number in numbers:
        total += number
    half = len(numbers) // 2
    middle = numbers[half] if len(numbers) % 2 else (numbers[half - 1] + numbers[half]) / 2
    return total, total / len(numbers), middle, numbers[0], numbers[-1]


def in_stretches(answers):
    """How many fall in each stretch: each number by itself where there are six at most, else five equal stretches."""
    numbers = [Fraction(answer) for answer in answers if answer is not None]
    different = sorted(set(numbers))
    if len(different) <= 6:
        return [numbers.count(number) for number in different]
    low, high = different[0], different[-1]
    found = [0] * 5
    for number in numbers:
        place = int((number - low) * 5 / (high - low))
        found[min(place, 4)] += 1
    return found
