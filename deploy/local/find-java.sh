# Sets $java to the java of a JDK of 17 to 25, or says in one sentence why not. To be sourced.
java=java
[ -z "${JAVA_HOME:-}" ] || java="$JAVA_HOME/bin/java"
if ! command -v "$java" >/dev/null 2>&1; then
  echo "There is no Java at $java: install a JDK, 17 to 25, or set JAVA_HOME." >&2
  exit 2
fi
version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\)[-+."].*/\1/p' | head -n 1)
if [ -z "$version" ] || [ "$version" -lt 17 ] || [ "$version" -gt 25 ]; then
  echo "Java ${version:-of unknown version} ($java) will not do: Commonfold needs a JDK, 17 to 25." >&2
  exit 2
fi
