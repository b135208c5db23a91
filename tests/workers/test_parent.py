import subprocess
import sys

CHILD = """
import sys, time
from workers.parent import die_with
die_with(int(sys.argv[1]))
print("watching", flush=True)
time.sleep(60)
"""
PARENT = f"""
import os, subprocess, sys
child = subprocess.Popen([sys.executable, "-c", {CHILD!r}, str(os.getpid())], stdout=subprocess.PIPE, text=True)
child.stdout.readline()
print(child.pid, flush=True)
os.kill(os.getpid(), 9)
"""


def test_a_process_ends_with_the_one_that_started_it(wait_until, is_running):
    parent = subprocess.run([sys.executable, "-c", PARENT], capture_output=True, text=True, check=False)
    child = int(parent.stdout)
    wait_until(lambda: not is_running(child))


def test_a_process_whose_parent_is_gone_already_ends_at_once():
    child = subprocess.run([sys.executable, "-c", CHILD, "1"], capture_output=True, text=True, check=False)
    assert (child.returncode, child.stdout) == (-9, "")
