# tap.sh - test results for prove(1): sourced by the tests written in sh.
#
# Provides a scratch directory, and $POST2FEED as an absolute path; the working
# directory is the top of the tree.
# shellcheck shell=sh

cd "$(dirname "$0")/.." || exit 1
: "${POST2FEED:=$PWD/post2feed}"
case $POST2FEED in
/*)
	;;
*)
	POST2FEED=$PWD/$POST2FEED
	;;
esac
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
tap_count=0
tap_failures=0

# tap NAME COMMAND [ARGUMENT]...: the test passes if the command does.  If it
# fails, its output is shown.
tap()
{
	tap_name=$1
	shift
	tap_count=$((tap_count + 1))
	if "$@" >"$scratch/tap.log" 2>&1; then
		echo "ok $tap_count - $tap_name"
		return
	fi
	echo "not ok $tap_count - $tap_name"
	sed 's/^/#   /' "$scratch/tap.log"
	tap_failures=$((tap_failures + 1))
}

# tap_skip NAME WHY
tap_skip()
{
	tap_count=$((tap_count + 1))
	echo "ok $tap_count - $1 # SKIP $2"
}

# module FILE.so FILE.c: compile a loadable writer with the public header.
module()
{
	# shellcheck disable=SC2086 # CC may hold options
	${CC:-cc} -std=c11 -pedantic -Wall -Wextra -Werror -fPIC -shared \
	    -Iinclude -o "$1" "$2"
}

tap_end()
{
	echo "1..$tap_count"
	[ "$tap_failures" -eq 0 ]
}

# has PROGRAM: whether it is installed.
has()
{
	command -v "$1" >/dev/null 2>&1
}
