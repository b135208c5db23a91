"""Words of other languages for what English headings say: questions, parts, solutions, answers, checks.

Patterns, without regard to letter case. The English words stand where they are used (``spellings.py``, ``cues.py``).
"""

from __future__ import annotations

QUESTION = (
    r"aufgaben?|frage|übung|ejercicio|problema|pregunta|exercice|esercizio|domanda|exercício|questão|opgave|vraag|uppgift|oppgave|"
    r"zadanie|úloha|příklad|задача|задание|упражнение|вопрос|问题|問題|题目|題目|习题|练习|題|문제|مسألة|سؤال"
)
"""Words before a question's number."""
PART = r"teil(?:aufgabe)?|aufgabenteil|apartado|inciso|partie|parte|deel|deloppgave|część|пункт|часть"
"""Words before a part's letter."""
NUMBERED_QUESTION = r"第\s*(?P<number>\d{1,2})(?:\.(?P<second>\d{1,2}))?\s*[题題问問]"
"""A question's name that stands around its number."""

STATEMENT = (
    r"aufgabenstellung|aufgabe|frage|gegeben|enunciado|pregunta|datos|énoncé|données|consegna|dati|vraag|题目|題目|已知|"
    r"условие|вопрос|дано"
)
SOLUTION = (
    r"lösung(?:sweg)?|lösungen|rechnung|begründung|herleitung|beweis|ansatz|solución|resolución|desarrollo|demostración|résolution|"
    r"démonstration|preuve|calcul|soluzione|svolgimento|dimostrazione|solução|resolução|oplossing|uitwerking|lösning|løsning|"
    r"rozwiązanie|řešení|решение|доказательство|解|解答|解法|解题过程|证明|證明|풀이"
)
FINAL = (
    r"antwort|endergebnis|respuesta(?: final)?|réponse(?: finale)?|risposta(?: finale)?|resposta(?: final)?|antwoord|svar|odpowiedź|"
    r"odpověď|ответ|答案|答|最终答案|最終答案|答え|정답|답"
)
CONCLUSION = (
    r"ergebnis|fazit|resultado|conclusión|résultat|conclusion|risultato|conclusione|conclusão|resultaat|"
    r"результат|итог|结论|結論|结果"
)
ASIDE = (
    r"probe|kontrolle|bemerkung|anmerkung|hinweis|beispiel|comprobación|verificación|nota|observación|ejemplo|vérification|"
    r"remarque|exemple|verifica|osservazione|esempio|verificação|controle|опыт|проверка|замечание|пример|检验|验证|注意?|例如?|备注"
)
