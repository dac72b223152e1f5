"""What holds of every test."""

import signal

# A shell lets what it runs in the background ignore Ctrl-C, and every process that a test starts would too: nothing
# could be interrupted. A handler of our own is not handed on, so they begin as in a terminal.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
