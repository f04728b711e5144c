"""Types what standard input holds into a program in a terminal, and prints what the terminal shows until the program ends: type-in.py COMMAND..."""
import os, pty, sys

pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
keys = sys.stdin.buffer.read()
shown = b""
typed = False
while True:
    try:
        data = os.read(terminal, 65536)
    except OSError:
        break
    if not data:
        break
    shown += data
    # Keys that come before the line editor is ready would be read without it.
    if not typed and b"READY>" in shown:
        typed = True
        os.write(terminal, keys)
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
