"""The HTTP face of the assistant: JSON under `/api/v1`, errors as problem details, bounded inputs.

Layers around every request, outermost first: `last_resort` (a failure becomes a problem, never a
dropped connection), `headers` (security headers), `guard` (host, origin, key), `limits` (body
size, time, type). They are plain ASGI, so that streams pass unbuffered, and also cover the page.
"""
