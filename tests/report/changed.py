"""A report with the same text wherever a student's words, or an author's, may stand."""


def with_texts(report, text):
    """Answers, readings, feedback, notes, titles and headings are all ``text``."""
    parts = tuple(_part(part, text) for part in report.parts)
    pieces = tuple(piece.model_copy(update={"heading": text, "reason": text}) for piece in report.not_graded)
    return report.model_copy(update={"parts": parts, "not_graded": pieces, "submission": text})


def _part(part, text):
    attempts = tuple(
        attempt.model_copy(update={"items": tuple(_item(item, text) for item in attempt.items)})
        for attempt in part.attempts
    )
    return part.model_copy(update={"title": text, "attempts": attempts})


def _item(item, text):
    reading = item.read_as and item.read_as.model_copy(update={"text": text, "latex": text})
    note = item.staff_note and f"Note: {text}"
    answer = text if item.answer is not None else None
    changed = {"answer": answer, "read_as": reading, "feedback": f"About: {text}", "staff_note": note}
    return item.model_copy(update=changed)
