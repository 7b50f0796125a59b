//! Connections: who does not read is let go, and no address has all of them.

use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use crate::support::{Engine, Server, Setup, eventually, setup::HASH, stream::Stream};

/// Asks for far more than fits between the two, and reads none of it.
#[test]
fn who_never_reads_is_let_go_and_who_has_nothing_to_read_stays() {
    let setup = Setup::on(Engine::Sqlite);
    let file = format!("site/pkg/countersign.{HASH}.wasm");
    fs::write(setup.folder.path().join(&file), vec![7; 4 << 20]).unwrap();
    let server = setup.start();
    server.settle();
    let mut john = server.as_customer("js10002");
    let mut open = Stream::of(&mut john);
    let mut silent = TcpStream::connect(server.address).unwrap();
    for _ in 0..10 {
        let request = format!("GET /pkg/countersign.{HASH}.wasm HTTP/1.1\r\nHost: x\r\n\r\n");
        silent.write_all(request.as_bytes()).unwrap();
    }
    eventually("it is let go", || server.log().contains("the client does not read").then_some(()));
    // What had been written is there; the rest never comes.
    silent.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let mut taken = 0;
    let mut part = vec![0; 1 << 16];
    while let Ok(read @ 1..) = silent.read(&mut part) {
        taken += read;
    }
    assert!(taken > 0 && taken < 40 << 20, "{taken}");
    // A stream on which nothing happened meanwhile is open.
    john.act("resend", 2).is(200);
    open.changed();
}

/// Says what the server answers to a request on a connection.
fn asks(connection: &mut TcpStream) -> String {
    connection.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let _ = connection.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    let mut answer = Vec::new();
    let _ = connection.read_to_end(&mut answer);
    String::from_utf8(answer).unwrap().lines().next().unwrap_or_default().to_owned()
}

fn connect(server: &Server) -> TcpStream {
    TcpStream::connect(server.address).unwrap()
}

#[test]
fn an_address_has_so_many_connections_and_no_more() {
    let server = Setup::on(Engine::Sqlite).with("COUNTERSIGN_CONNECTIONS_PER_ADDRESS", "3").start();
    let fine = "HTTP/1.1 200 OK";
    eventually("it answers", || (asks(&mut connect(&server)) == fine).then_some(()));
    let held: Vec<_> = (0..3).map(|_| connect(&server)).collect();
    for _ in 0..20 {
        assert_ne!(asks(&mut connect(&server)), fine);
    }
    // Who has one is served, and who leaves makes room.
    let [mut first, ..] = <[TcpStream; 3]>::try_from(held).unwrap();
    assert_eq!(asks(&mut first), fine);
    eventually("there is room", || (asks(&mut connect(&server)) == fine).then_some(()));
    server.browser().get("/sign-in").is(200);
}

/// Behind it sits everyone.
#[test]
fn a_trusted_proxy_has_as_many_connections_as_it_likes() {
    let setup = Setup::on(Engine::Sqlite).with("COUNTERSIGN_CONNECTIONS_PER_ADDRESS", "3");
    let server = setup.with("COUNTERSIGN_TRUSTED_PROXIES", "127.0.0.1").start();
    let mut held: Vec<_> = (0..20).map(|_| connect(&server)).collect();
    for connection in &mut held {
        assert_eq!(asks(connection), "HTTP/1.1 200 OK");
    }
    server.browser().get("/sign-in").is(200);
}

/// A stream that has been ended leaves no connection open: one account holds no more connections than streams.
#[test]
fn a_stream_that_ends_closes_its_connection() {
    let server = Server::start(Engine::Sqlite);
    let john = server.as_customer("js10002");
    let cookies: Vec<_> = john.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let cookie = cookies.join("; ");
    let mut streams: Vec<_> = (0..30)
        .map(|_| {
            let mut stream = connect(&server);
            let request = format!("GET /api/live HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\n\r\n");
            stream.write_all(request.as_bytes()).unwrap();
            let mut head = [0; 12];
            stream.read_exact(&mut head).unwrap();
            assert_eq!(&head, b"HTTP/1.1 200");
            stream
        })
        .collect();
    for stream in &mut streams[..10] {
        // Far less than a connection may wait for its next request.
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream.read_to_end(&mut Vec::new()).expect("the server closes it");
    }
}

/// The soft limit of most shells is 1,024; a server takes what the system allows.
#[test]
fn a_server_raises_its_limit_of_open_files() {
    let setup = Setup::on(Engine::Sqlite);
    let program = setup.command().get_program().to_owned();
    let mut shell = setup.command_of("sh");
    shell.args(["-c", "ulimit -S -n 300; exec \"$0\" serve --demo"]).arg(program);
    let mut child = shell.stdout(fs::File::create(setup.folder.path().join("out")).unwrap()).spawn().unwrap();
    let soft_and_hard = || {
        let limits = fs::read_to_string(format!("/proc/{}/limits", child.id())).unwrap();
        let line = limits.lines().find(|line| line.starts_with("Max open files")).unwrap();
        line.split_whitespace().skip(3).take(2).map(str::to_owned).collect::<Vec<_>>()
    };
    eventually("the limit is raised", || {
        let limits = soft_and_hard();
        (limits[0] == limits[1]).then_some(())
    });
    child.kill().unwrap();
    child.wait().unwrap();
}

/// A head that is never finished is kept in memory until then.
#[test]
fn a_head_without_end_is_refused() {
    let server = Server::start(Engine::Sqlite);
    let mut connection = connect(&server);
    connection.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    connection.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n").unwrap();
    let line = format!("X-Long: {}\r\n", "a".repeat(1000));
    for _ in 0..90 {
        if connection.write_all(line.as_bytes()).is_err() {
            break;
        }
    }
    // The connection ends, by an answer or without one, before it would have taken too long.
    if let Err(error) = connection.read_to_end(&mut Vec::new()) {
        assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
    }
    assert_eq!(asks(&mut connect(&server)), "HTTP/1.1 200 OK");
}
