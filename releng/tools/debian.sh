# Sourced: where this machine takes its Debian from.

# Prints the archive's address, or fails where the machine has none.
debian_archive() {
  # shellcheck disable=SC2016  # apt-get replaces these itself
  archive=$(apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' |
    sed -n 's/^Debian|Debian|//p' | head -n 1)
  [ -n "$archive" ] && echo "$archive"
}
