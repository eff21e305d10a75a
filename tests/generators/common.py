"""Shared by the comparisons with real generators.

Each of tests/generators/jekyll, hexo, hugo, pelican and eleventy writes sites
into a scratch folder, lets the real generator build them, runs post2feed in
them, and compares the URLs, post by post, and in the last site the bodies
(bodies.py); astro compares bodies only.  The results are TAP, for prove(1).  A
generator that is not installed is skipped: tests/deps generators installs it.
"""

import json
import os
import shutil
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))


def write(folder, files):
    """Write files, given as { path: text }, below a folder."""
    for path, text in files.items():
        path = os.path.join(folder, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


def skip(why):
    print("1..0 # SKIP " + why)
    sys.exit(0)


def npm(name, *packages):
    """A folder with npm packages, the first of which is the generator.

    It is in the user's cache, unless the environment variable of that name in
    upper case, such as HEXO, says where.
    """
    folder = os.environ.get(name.upper()) or os.path.join(
        os.environ.get("XDG_CACHE_HOME") or
        os.path.expanduser("~/.cache"), "post2feed", name)
    if shutil.which("node") is None or shutil.which("npm") is None:
        skip("node or npm is not installed")
    if not os.path.isdir(os.path.join(folder, "node_modules",
                                      packages[0].rpartition("@")[0])):
        os.makedirs(folder, exist_ok=True)
        run = subprocess.run(["npm", "install", "--no-audit", "--no-fund",
                              "--ignore-scripts", "--fetch-retries=1",
                              "--prefix", folder, *packages],
                             capture_output=True, check=False)
        if run.returncode != 0:
            skip("npm cannot install %s: %s" % (
                name, " ".join(run.stderr.decode().split())[:200]))
    return os.path.abspath(folder)


def post2feed(folder, *options):
    """The items of the JSON Feed of a site, and the messages."""
    program = os.environ.get("POST2FEED", os.path.join(TOP, "post2feed"))
    run = subprocess.run([program, "-t", "json", *options], cwd=folder,
                         stdin=subprocess.DEVNULL, capture_output=True,
                         check=False)
    said = run.stderr.decode()
    if run.returncode != 0:
        sys.exit("post2feed: status %d\n%s" % (run.returncode, said))
    return json.loads(run.stdout)["items"], said


class Tap:
    """Prints results and counts them."""

    def __init__(self):
        self.count = self.failed = 0

    def result(self, ok, name, *notes):
        self.count += 1
        self.failed += not ok
        print("%sok %d - %s" % ("" if ok else "not ", self.count, name))
        if not ok:
            for note in notes:
                print("#   %s" % note)

    def same(self, name, expected, found):
        """Compare two dictionaries, such as URLs by title."""
        for key in sorted(set(expected) | set(found)):
            want, got = expected.get(key), found.get(key)
            self.result(want == got, "%s: %s" % (name, key),
                        "the generator: %s" % want, "post2feed:     %s" % got)

    def end(self):
        print("1..%d" % self.count)
        sys.exit(self.failed > 0)
