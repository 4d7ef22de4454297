"""How good it is: cases, metrics, runner and report.

Never in the wheel; use `from eval.x import ...`, because the package's name hides the builtin.
"""
