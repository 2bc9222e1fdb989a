#!/bin/bash
# get-wordpress.sh 6.8|7.1   prints the folder of a complete WordPress of that version: plain files, no links.
# It comes from Debian's packages, checked with Debian's keys, through a private apt configuration: nothing in /etc/apt changes.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

version=$1 id=$(wordpress_id "$1")
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
# WordPress's package links into these; of the same release, they make the tree complete
packages=(wordpress wordpress-theme-twentytwentyfive libjs-cropper libjs-lodash libjs-underscore libjs-jquery-ui php-getid3 libphp-phpmailer)
case $version in
  6.8) releases=(trixie) ;;
  7.1) releases=(forky sid) ;; # both move on; what was got is said at the end
esac

# The machine's own Debian source, so that no server is named here
debian_mirror() {
  local id codename
  if [ -n "${WKPBIC_DEBIAN_MIRROR:-}" ]; then
    echo "$WKPBIC_DEBIAN_MIRROR"
    return
  fi
  # shellcheck source=/dev/null
  id=$(. /etc/os-release && echo "$ID") codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  [ "$id" = debian ] || return 0
  apt-get indextargets --format "\$(CREATED_BY) \$(COMPONENT) \$(RELEASE) \$(REPO_URI)" |
    awk -v release="$codename" '$1 == "Packages" && $2 == "main" && $3 == release { print $4; exit }'
}

# from_debian RELEASE FOLDER   fails, with the reason in the log, when the release has no such packages
from_debian() {
  local release=$1 apt=$2/apt root=$2/root options deb
  rm -rf "$apt" "$root"
  mkdir -p "$apt"/{lists/partial,cache/archives/partial,etc,debs} "$root"
  printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' "$mirror" "$release" "$keyring" >"$apt/etc/$release.sources"
  options=(-qq -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$apt/etc" -o Dir::State::Lists="$apt/lists"
    -o Dir::Cache="$apt/cache" -o Dir::Etc::PreferencesParts=/dev/null -o Dir::Etc::Preferences=/dev/null
    -o Acquire::Languages=none -o APT::Sandbox::User="$(id -un)" -o APT::Update::Post-Invoke-Success::=)
  apt-get "${options[@]}" update &&
    (cd "$apt/debs" && apt-get "${options[@]}" download "${packages[@]}") || return 1
  for deb in "$apt"/debs/*.deb; do dpkg -x "$deb" "$root" || return 1; done
}

fill() {
  local to=$1 release got log=$BED/log/wordpress-$id.log
  command -v apt-get >/dev/null || die "WordPress is taken from Debian's packages with apt-get, which this system lacks: run this on Debian or Ubuntu."
  mirror=$(debian_mirror)
  [ -n "$mirror" ] || die "WordPress comes from Debian's packages and no Debian source is set up here: set WKPBIC_DEBIAN_MIRROR to the address of a Debian mirror."
  [ -s "$keyring" ] || die "Debian's keys are missing at $keyring: install the package debian-archive-keyring."
  : >"$log"
  for release in "${releases[@]}"; do
    say "WordPress $version: downloading from Debian $release" >&2
    from_debian "$release" "$to" >>"$log" 2>&1 && break
    release=
  done
  [ -n "$release" ] || die "WordPress $version cannot be downloaded from Debian (${releases[*]}): check the internet connection; apt's words are in $log."
  rm -f "$to"/root/usr/share/wordpress/{wp-config.php,.htaccess} # Debian's own configuration loader; a link out of the tree
  cp -rL "$to/root/usr/share/wordpress/." "$to/"                 # -L: every link becomes the file itself
  rm -rf "$to/apt" "$to/root"
  [ -z "$(find "$to" -type l -print -quit)" ] || die "WordPress $version is incomplete: a link is left in it."
  got=$(sed -n "s/^\$wp_version = '\(.*\)';/\1/p" "$to/wp-includes/version.php")
  [[ $got == "$version"* ]] || say "note: Debian $release now has WordPress $got; $version was asked for" >&2
  say "WordPress $got is in the cache" >&2
}

cached "wordpress-$id" fill
echo "$CACHE/wordpress-$id"
