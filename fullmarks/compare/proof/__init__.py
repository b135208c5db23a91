"""The last step: a symbolic proof by SymPy, in a process of its own that can be killed.

Nothing outside this package imports SymPy. ``process`` is the door: it sends two trees to the child and waits a bounded time;
``child`` runs there; ``written`` carries trees over the pipe; ``in_sympy`` builds SymPy's own expressions node by node, so that
no text is ever parsed by it.
"""
