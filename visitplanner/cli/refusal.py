# SPDX-License-Identifier: MIT
"""A command that cannot be carried out: one sentence for standard error, exit status 2."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 -- a refused request is an answer, not a fault
    """Says what is wrong, where, and what to do; every file is as it was."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = " ".join(sentence.split())
