//! Drivers: the programs that steer the browsers. Each runs in a process group of its own, so that nothing of it
//! is left behind, whatever happens to the test.

use std::{
    io::{self, Read, Write},
    net::TcpStream,
    os::unix::process::CommandExt,
    process::{Child, Command, Stdio},
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

use tokio::signal::unix::{self, SignalKind};

use crate::server::free_port;

/// A driver that answers at its port.
pub struct Driver {
    pub port: u16,
    process: Child,
}

/// The process groups to end if the test is interrupted.
static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());

impl Driver {
    /// Starts a driver and waits until it is ready. `command` gets the port that it has to listen at.
    pub fn start(command: impl FnOnce(u16) -> Command) -> Result<Self, String> {
        let port = free_port();
        let mut command = command(port);
        let program = command.get_program().to_string_lossy().into_owned();
        let process = command
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|it| format!("{program} could not be started: {it}"))?;
        running().push(process.id());
        let mut driver = Self { port, process };
        let deadline = Instant::now() + Duration::from_secs(20);
        while !is_ready(port) {
            if let Ok(Some(status)) = driver.process.try_wait() {
                return Err(format!("{program} ended with {status} instead of answering"));
            }
            if Instant::now() > deadline {
                return Err(format!("{program} did not answer within 20 seconds"));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked first, because chromedriver starts its browser in a group that only it knows.
        signal("TERM", self.process.id());
        let deadline = Instant::now() + Duration::from_secs(3);
        while matches!(self.process.try_wait(), Ok(None)) && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(20));
        }
        signal("KILL", self.process.id());
        let _ = self.process.wait();
        running().retain(|it| *it != self.process.id());
    }
}

/// Ends every driver, and the browsers with it, when the test itself is told to end.
pub async fn stop_when_interrupted() {
    let mut told = unix::signal(SignalKind::terminate()).expect("the system tells of signals");
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = told.recv() => {}
    }
    for group in running().drain(..) {
        signal("TERM", group);
    }
    std::process::exit(130);
}

fn running() -> std::sync::MutexGuard<'static, Vec<u32>> {
    RUNNING.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn signal(name: &str, group: u32) {
    let line = format!("kill -{name} -- -{group}");
    let _ = Command::new("bash").args(["-c", &line]).stderr(Stdio::null()).status();
}

/// Whether the driver says at `/status` that it takes sessions.
fn is_ready(port: u16) -> bool {
    let status = fetched(&format!("http://127.0.0.1:{port}/status"));
    status.is_ok_and(|it| it.replace(' ', "").contains("\"ready\":true"))
}

/// What this machine serves at an address, as text: the least that HTTP needs.
pub fn fetched(address: &str) -> io::Result<String> {
    let (host, path) = address.trim_start_matches("http://").split_once('/').unwrap_or((address, ""));
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(Duration::from_millis(500)))?;
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    // Some drivers keep the connection open; what has come until the time is out is all there is.
    let _ = stream.read_to_end(&mut answer);
    let answer = String::from_utf8_lossy(&answer);
    Ok(answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default())
}
