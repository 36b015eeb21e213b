# Sets $java to a Java 17 or newer, or says in one sentence why not. To be sourced.
java=java
[ -z "${JAVA_HOME:-}" ] || java="$JAVA_HOME/bin/java"
if ! command -v "$java" >/dev/null 2>&1; then
  echo "There is no Java: install a JDK, 17 or newer, or set JAVA_HOME." >&2
  exit 2
fi
version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\)[."].*/\1/p' | head -n 1)
if [ -z "$version" ] || [ "$version" -lt 17 ]; then
  echo "Java ${version:-of unknown version} is too old: Commonfold needs a JDK, 17 or newer." >&2
  exit 2
fi
