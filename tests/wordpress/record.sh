#!/bin/bash
# Records in tests/recorded/wordpress.json what a real WordPress makes of every snippet and every pasted address.
# Needs: apt-get install wordpress wordpress-theme-twentytwentythree mariadb-server php-cli php-mysql php-xml, and a site
# that was built. With --serve SITE PORT it records nothing: a WordPress whose posts show the site at that address (as
# http://127.0.0.1:8080/, see cargo site serve) is there to be looked at until Ctrl-C.
set -euo pipefail
cd "$(dirname "$0")/../.."

site=$(sed -n 's/^address = "\(.*\)"$/\1/p' case/publisher.toml)
export PUBLISHED=$site SITE=$site DIST=$PWD/dist PORT=8199
if [[ ${1:-} == --serve ]]; then export SITE=$2 PORT=$3; fi
[[ -f $DIST/en/embed/index.html ]] || { echo 'There is no site to take snippets from. Type: cargo site build' >&2; exit 1; }
for it in /usr/share/wordpress/wp-load.php /usr/sbin/mariadbd /usr/bin/php; do
  [[ -e $it ]] || { echo "$it is missing. The first lines of this script name the packages." >&2; exit 1; }
done

# A WordPress of its own with a database of its own, gone at the end.
folder=$(mktemp -d)
export DATABASE=$folder/socket
running=()
trap 'for it in "${running[@]}"; do kill "$it" || true; done; wait; rm -rf "$folder"' EXIT
cp -rL /usr/share/wordpress "$folder/www"
mkdir "$folder/www/wp-content/mu-plugins"
cp tests/wordpress/config.php "$folder/www/wp-config.php"
cp tests/wordpress/plugin.php "$folder/www/wp-content/mu-plugins/"
mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$folder/data" --auth-root-authentication-method=normal > "$folder/log" 2>&1
mariadbd --no-defaults --user="$(id -un)" --datadir="$folder/data" --socket="$DATABASE" --skip-networking > "$folder/log" 2>&1 &
running+=($!)
until mariadb --no-defaults --user=root --socket="$DATABASE" -e 'create database wordpress' 2> /dev/null; do sleep 0.2; done

php tests/wordpress/posts.php "$folder/www" > "$folder/posts.json"
php -S "127.0.0.1:$PORT" -t "$folder/www" 2> "$folder/log" &
running+=($!)
if [[ ${1:-} == --serve ]]; then
  php tests/wordpress/record.php list "$folder/posts.json"
  wait "${running[1]}"
else
  php tests/wordpress/record.php record "$folder/posts.json" > "$folder/recorded.json"
  cp "$folder/recorded.json" tests/recorded/wordpress.json
fi
