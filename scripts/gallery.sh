#!/usr/bin/env bash
# gallery.sh pages|mails: photographs every page, or every mail, in every language, at two widths, light and dark, and writes an
# overview of the pictures: target/gallery/index.html, target/mails/index.html. For some languages only: PICTURES_IN=fr,pl.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
load_toolchain
scripts/browser.sh
what=${1:-pages}
case $what in
    pages)
        export PICTURES_TO=$TARGET/gallery
        rm -rf "$PICTURES_TO"
        build_test_program
        (cd end2end && npx playwright test --project=pictures --reporter=line pictures.spec)
        say "$PICTURES_TO/index.html"
        ;;
    mails)
        export MAILS_TO=$TARGET/mails
        rm -rf "$MAILS_TO"
        cargo test --quiet --release -p countersign-backend --test mail pages_to_look_at
        (cd end2end && npx playwright test --project=pictures --reporter=line mails.spec)
        say "$MAILS_TO/index.html"
        ;;
    *) die "gallery.sh pages or gallery.sh mails, not '$what'" ;;
esac
