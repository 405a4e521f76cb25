# Finds the JDK for build, mvnw and vcd, which source this file. POSIX sh; starts no process it can
# do without, since vcd runs it at every start.

jdk_minimum=21

# Prints the feature number (21, 25, ...) of the JDK in folder $1; fails if there is none.
jdk_feature() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS='=' read -r jdk_key jdk_value; do
    if [ "$jdk_key" = JAVA_VERSION ]; then
      jdk_value=${jdk_value#\"}
      echo "${jdk_value%%[!0-9]*}"
      return
    fi
  done <"$1/release"
  return 1
}

# Is there a JDK in folder $1 that is new enough?
jdk_is_suitable() {
  jdk_found=$(jdk_feature "$1") && [ "$jdk_found" -ge "$jdk_minimum" ]
}

# Follows the symbolic links of the path $1 to the file itself.
jdk_real_path() {
  jdk_path=$1
  while [ -L "$jdk_path" ]; do
    jdk_link=$(readlink "$jdk_path")
    case $jdk_link in
      /*) jdk_path=$jdk_link ;;
      *) jdk_path=${jdk_path%/*}/$jdk_link ;;
    esac
  done
  echo "$jdk_path"
}

# Prints every folder that may hold a JDK, one a line. VCDSL_JDKS, a list of folders parted by
# colons, stands for all the usual places when it is set.
jdk_candidates() {
  if [ -n "${VCDSL_JDKS+set}" ]; then
    echo "$VCDSL_JDKS" | tr ':' '\n'
    return
  fi
  for jdk_home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.jdks/* \
    "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    echo "$jdk_home"
  done
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v "$jdk_minimum+" 2>/dev/null || true
  fi
  if jdk_java=$(command -v java); then
    jdk_java=$(jdk_real_path "$jdk_java")
    echo "${jdk_java%/bin/java}"
  fi
}

# Sets and exports JAVA_HOME: the caller's own when it is new enough, else the newest JDK that
# starts. Fails with advice, on behalf of the program named $1, when there is none.
jdk_find() {
  if [ -n "${JAVA_HOME:-}" ] && jdk_is_suitable "$JAVA_HOME"; then
    export JAVA_HOME
    return
  fi
  jdk_best=
  jdk_best_feature=0
  while IFS= read -r jdk_home; do
    if jdk_is_suitable "$jdk_home" && [ "$jdk_found" -gt "$jdk_best_feature" ] &&
      "$jdk_home/bin/java" -version >/dev/null 2>&1; then
      jdk_best=$jdk_home
      jdk_best_feature=$jdk_found
    fi
  done <<CANDIDATES
$(jdk_candidates)
CANDIDATES
  if [ -z "$jdk_best" ]; then
    {
      echo "$1: needs a JDK $jdk_minimum or later and found none."
      echo "Install one (Eclipse Temurin 25, for instance), or set JAVA_HOME to it."
      echo "Looked at: JAVA_HOME (${JAVA_HOME:-not set})"
      jdk_candidates | sed 's/^/           /'
    } >&2
    return 1
  fi
  JAVA_HOME=$jdk_best
  export JAVA_HOME
}
