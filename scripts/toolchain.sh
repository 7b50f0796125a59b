#!/usr/bin/env bash
# Finds or makes a Rust toolchain that can compile to WebAssembly, and writes the choice to target/toolchain.env.
#
#   1. the toolchain in use has the target already, or this machine was prepared the third way before;
#   2. rustup can add it;
#   3. Debian's second, newer Rust (rustc-web), whose library source we compile for WebAssembly once. This is for machines
#      that reach package registries but not rustup's server;
#   4. none of these: says what to do.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

TRIPLE=wasm32-unknown-unknown
ENV_FILE=$TARGET/toolchain.env
STEP_NAME=toolchain
STEP_TOTAL=4
MIN_RUST=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
# rustup installs no toolchain unasked: on a closed machine that is a long wait for nothing.
export RUSTUP_AUTO_INSTALL=0

# new_enough: is the rustc in use at least the version that Cargo.toml asks for?
new_enough() {
    local have
    have=$(rustc --version 2>/dev/null | awk '{print $2}') && [ -n "$have" ] &&
        [ "$(printf '%s\n%s\n' "$MIN_RUST" "$have" | sort -V | head -n 1)" = "$MIN_RUST" ]
}

# has_target: an existing folder with the library in it. (rustc names the folder whether it exists or not.)
has_target() {
    local libdir
    libdir=$(rustc --print target-libdir --target $TRIPLE 2>/dev/null) && compgen -G "$libdir/libstd-*.rlib" >/dev/null
}

# built_by_this_rustc: Debian's compiler moves with security updates, and a library that another version compiled is of no
# use to it. Only a library that we built has the stamp; rustup replaces its own together with the compiler.
built_by_this_rustc() {
    local stamp
    stamp=$(rustc --print sysroot)/lib/rustlib/$TRIPLE/built-by
    if [ "$(rustc --print sysroot)" = /usr ]; then
        [ "$(sed '/^built at/d' "$stamp" 2>/dev/null)" = "$(rustc -vV)" ]
    fi
}

usable() { new_enough && has_target && built_by_this_rustc; }

# remember WHAT [LINE]: writes the choice. When the compiler or its library is another than last time, what was
# compiled for WebAssembly with it goes: cargo does not notice a changed library.
remember() {
    local what=$1 line=${2:-} libdir id
    libdir=$(rustc --print target-libdir --target $TRIPLE)
    id=$( { rustc -vV; cat "$libdir/../built-by" 2>/dev/null || true; } | cksum | cut -d' ' -f1)
    if [ -f "$ENV_FILE" ] && ! grep -q "^# library $id$" "$ENV_FILE"; then
        say "the WebAssembly library is a new one: target/$TRIPLE is removed"
        rm -rf "${TARGET:?}/$TRIPLE"
    fi
    { say "# Written by scripts/toolchain.sh: $what"; say "# library $id"; [ -z "$line" ] || say "$line"; } >"$ENV_FILE.new"
    mv "$ENV_FILE.new" "$ENV_FILE"
    say "toolchain: $what ($(rustc --version))"
}

c_compiler() {
    # SQLite is compiled from its C source into the server.
    if command -v cc >/dev/null; then return; fi
    apt_install gcc libc6-dev || die "a C compiler is needed (cc): install gcc or clang"
}

use_debian() { # PATH or rustup's link, whichever fits this machine
    if command -v rustup >/dev/null; then
        if [ "$(RUSTUP_TOOLCHAIN=web rustc -vV 2>/dev/null)" != "$(/usr/bin/rustc -vV)" ]; then
            rustup toolchain link web /usr >/dev/null 2>&1
        fi
        DEBIAN_LINE='export RUSTUP_TOOLCHAIN=web'
    else
        # shellcheck disable=SC2016  # expanded when the file is read
        DEBIAN_LINE='export PATH="/usr/bin:$PATH"'
    fi
    eval "$DEBIAN_LINE"
}

debian_has_it() {
    has_apt || return 1
    is_installed rustc-web || apt-cache show rustc-web >/dev/null 2>&1 && return
    # A fresh machine has no list of packages yet.
    as_root apt-get update -qq </dev/null && apt-cache show rustc-web >/dev/null 2>&1
}

debian_packages() {
    apt_install rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web
    # The linker must be of the LLVM that this rustc has.
    local llvm
    llvm=$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
    apt_install "lld-$llvm"
    local bin
    bin=/usr/lib/rustlib/$(/usr/bin/rustc -vV | sed -n 's/^host: //p')/bin
    as_root mkdir -p "$bin"
    as_root ln -sfn "/usr/lib/llvm-$llvm/bin/lld" "$bin/rust-lld"
}

debian_library() {
    if usable; then say "the library is there"; return; fi
    local work dest=/usr/lib/rustlib/$TRIPLE
    work=$(mktemp -d)
    mkdir "$work/src"
    : >"$work/src/lib.rs"
    printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n[lib]\ncrate-type = ["cdylib"]\n' >"$work/Cargo.toml"
    # Bitcode in the library, or link-time optimisation of the application fails later ("failed to get bitcode from object
    # file"). The bootstrap variable allows build-std on a stable compiler, for this one command only.
    ( cd "$work"
      env -u RUSTUP_TOOLCHAIN -u CARGO_TARGET_DIR RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes \
          CARGO_PROFILE_RELEASE_OPT_LEVEL=s CARGO_TERM_PROGRESS_WHEN=never \
          /usr/bin/cargo build --quiet --release --target "$TRIPLE" -Z build-std=std,panic_abort )
    as_root rm -rf "$dest"
    as_root mkdir -p "$dest/lib"
    as_root cp "$work/target/$TRIPLE/release/deps/"*.rlib "$dest/lib/"
    { /usr/bin/rustc -vV; say "built at $(date +%s)"; } >"$work/built-by"
    as_root cp "$work/built-by" "$dest/built-by"
    rm -rf "$work"
}

try_rustup() {
    command -v rustup >/dev/null && new_enough || return 1
    # A linked toolchain (like `web`) takes no targets. The time limit is for networks that swallow packets.
    RUSTUP_MAX_RETRIES=0 timeout 120 rustup target add $TRIPLE </dev/null >/dev/null 2>&1
}

# The choice of last time, if it still holds: nothing to do and little to say.
if [ -f "$ENV_FILE" ] && command -v cc >/dev/null; then
    # shellcheck disable=SC1090
    if (. "$ENV_FILE"; usable); then
        what=$(sed -n 's/^# Written by scripts.toolchain.sh: //p' "$ENV_FILE")
        line=$(grep -v '^#' "$ENV_FILE" || true)
        # shellcheck disable=SC1090
        . "$ENV_FILE"
        remember "$what" "$line"
        exit 0
    fi
fi

step "C compiler (for the bundled SQLite)" c_compiler

if usable; then
    remember "the installed toolchain has $TRIPLE"
    exit 0
fi
if [ -x /usr/bin/rustc ] && [ -x /usr/bin/cargo ] && (PATH=/usr/bin:$PATH; usable); then
    use_debian
    remember "Debian's rustc-web, with a library compiled here" "$DEBIAN_LINE"
    exit 0
fi

say "[$STEP_NAME 2/$STEP_TOTAL] rustup target add $TRIPLE"
STEP_NO=2
if try_rustup && usable; then
    remember "rustup added $TRIPLE"
    exit 0
fi
say "[$STEP_NAME 2/$STEP_TOTAL] not possible here (no rustup, a Rust older than $MIN_RUST, or its server is out of reach)"

if debian_has_it; then
    step "Debian's rustc-web with its library source and linker" debian_packages
    use_debian
    step "compiling the standard library for $TRIPLE (about a minute)" debian_library
    usable || die "the library was built, but rustc does not see it in $(rustc --print target-libdir --target $TRIPLE)"
    remember "Debian's rustc-web, with a library compiled here" "$DEBIAN_LINE"
    exit 0
fi

cat >&2 <<TEXT
error: no Rust toolchain here can compile to WebAssembly. Any of these helps:
  - install Rust $MIN_RUST or newer with rustup, then: rustup target add $TRIPLE
  - your system's packages for Rust $MIN_RUST or newer and its $TRIPLE library
    (Fedora: rust-std-static-$TRIPLE; Arch: rust-wasm; Debian 12 and newer: rustc-web, which this script uses)
Then run the same command again.
TEXT
exit 1
