#!/usr/bin/env bash
# Sets up what the browser tests need: the npm packages of end2end/, and a Chromium: the system's, Debian's, or Playwright's own.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
STEP_NAME=browser
STEP_TOTAL=2
load_toolchain

packages() {
    (cd end2end && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error)
    cp end2end/package-lock.json end2end/node_modules/.installed
}
chromium() {
    apt_install chromium && [ -x /usr/bin/chromium ] && return
    # Not Debian: Playwright's own build, which it finds by itself.
    (cd end2end && npx playwright install chromium)
}

cmp -s end2end/package-lock.json end2end/node_modules/.installed || step "npm packages of end2end/" packages
STEP_NO=1
# Playwright's install does nothing when its browser is there.
[ -x /usr/bin/chromium ] || step "Chromium" chromium
