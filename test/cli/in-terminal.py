"""Runs a command in a real terminal of a given width: in-terminal.py COLUMNS ROWS COMMAND... Its output goes to standard output as the terminal got it."""
import fcntl, os, pty, struct, sys, termios

columns, rows, *argv = sys.argv[1:]
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", int(rows), int(columns), 0, 0))
    os.execvp(argv[0], argv)
while True:
    try:
        data = os.read(terminal, 65536)
    except OSError:
        break
    if not data:
        break
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
