"""Shared by tests/bench/run and tests/bench/instr."""

import os
import platform
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
CORPUS = os.path.join(HERE, "corpus")
POST2FEED = os.path.abspath(os.environ.get(
    "POST2FEED", os.path.join(TOP, "post2feed")))
SITE = ["--url", "https://example.org", "--title", "Benchmark", "-q"]
LIBRARIES = ("yaml-0.1", "libxml-2.0", "jansson", "md4c")


def first_line(*argv):
    """What a program prints as its version; "none" if it is missing."""
    if shutil.which(argv[0]) is None:
        return "none"
    result = subprocess.run(argv, capture_output=True, text=True)
    return (result.stdout.splitlines() or ["unknown"])[0].strip()


def versions():
    """All that affects how many instructions the same source takes."""
    facts = [platform.machine(), " ".join(platform.libc_ver()),
             first_line(os.environ.get("CC", "cc"), "--version"),
             first_line("valgrind", "--version")]
    facts += ["%s %s" % (name, first_line("pkg-config", "--modversion", name))
              for name in LIBRARIES]
    return "; ".join(facts)


def make_corpus(folder, count, kind):
    """Make the posts, unless they exist already."""
    done = folder + ".done"
    if not os.path.exists(done):
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([CORPUS, folder, str(count), kind], check=True)
        open(done, "w").close()
    return folder
