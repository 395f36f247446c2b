//! The real nginx and the real Caddy with the configuration that the site makes for them: on a free port, with folders
//! of their own, and without the rights of a system's service.

use std::{
    env, fs, io,
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU16, Ordering},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;
use which_guarantee::site::hosting::{Hosting, Place, caddy, nginx};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Nginx,
    Caddy,
}

pub struct Server {
    /// Address of the host, without a slash at its end.
    pub host: String,
    process: Child,
    folder: TempDir,
}

impl Server {
    /// Starts a server for these files and waits until it takes connections. `adapt` may change the configuration.
    pub fn start(kind: Kind, port: u16, hosting: &Hosting, files: &Path, adapt: impl Fn(String) -> String) -> Self {
        let folder = tempfile::tempdir().expect("the system has room");
        let host = format!("http://127.0.0.1:{port}");
        let name = if kind == Kind::Caddy { host.clone() } else { "127.0.0.1".to_owned() };
        let place = Place { name, listen: vec![format!("127.0.0.1:{port}")], files: files.to_owned() };
        let at = folder.path();
        let mut command = match kind {
            Kind::Nginx => {
                fs::write(at.join("site.conf"), adapt(nginx::configuration(hosting, &place))).expect("room");
                fs::write(at.join("nginx.conf"), around(at)).expect("room");
                let mut command = Command::new(program("nginx"));
                command.arg("-p").arg(at).arg("-e").arg(at.join("log")).arg("-c").arg(at.join("nginx.conf"));
                command
            }
            Kind::Caddy => {
                let own = "{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n}\n";
                let text = own.to_owned() + &adapt(caddy::configuration(hosting, &place));
                fs::write(at.join("Caddyfile"), text).expect("room");
                let mut command = Command::new(program("caddy"));
                command.args(["run", "--adapter", "caddyfile", "--config"]).arg(at.join("Caddyfile"));
                command.env("HOME", at).env("XDG_DATA_HOME", at).env("XDG_CONFIG_HOME", at);
                command
            }
        };
        let errors = fs::File::create(at.join("errors")).expect("room");
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(errors).spawn();
        let process = process.unwrap_or_else(|it| panic!("{kind:?} can't be started ({it}). Type: cargo site test"));
        let mut server = Self { host, process, folder };
        let deadline = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = server.process.try_wait().expect("it is our own process");
            if ended.is_some() || Instant::now() > deadline {
                let told = ["errors", "log"].map(|it| fs::read_to_string(server.folder.path().join(it)));
                panic!("{kind:?} does not answer: {told:?}");
            }
            thread::sleep(Duration::from_millis(10));
        }
        server
    }
}

/// A free port, chosen as `listener` chooses it.
pub fn free_port() -> u16 {
    listener().and_then(|it| it.local_addr()).expect("a free port").port()
}

/// Listens on a port that no other site of this run is given: a browser uses what it has kept of an address, so two sites
/// must not share one. The ports lie below those that systems give to outgoing connections, one of which could otherwise
/// take a port before its server does.
///
/// # Errors
/// `AddrInUse` where no port is free.
pub fn listener() -> io::Result<TcpListener> {
    static TAKEN: AtomicU16 = AtomicU16::new(0);
    // Another run beside this one begins elsewhere.
    let first = (std::process::id() % 200) as u16 * 100;
    let ports = (0..20_000).map(|_| 12_000 + (first + TAKEN.fetch_add(1, Ordering::Relaxed)) % 20_000);
    let mut free = ports.map(|it| TcpListener::bind((Ipv4Addr::LOCALHOST, it)));
    free.find(Result::is_ok).unwrap_or_else(|| Err(io::ErrorKind::AddrInUse.into()))
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What stands around a site's file on a machine: here one process that needs nothing of the system.
fn around(folder: &Path) -> String {
    let places: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|it| format!("    {it}_temp_path {};\n", folder.join(it).display()))
        .concat();
    format!(
        "daemon off;\nmaster_process off;\npid {0}/pid;\nerror_log {0}/log warn;\n\
         load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;\n\
         events {{}}\nhttp {{\n    access_log off;\n{places}    include {0}/site.conf;\n}}\n",
        folder.display()
    )
}

/// Debian keeps servers where not everybody looks.
fn program(name: &str) -> PathBuf {
    let folders = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect::<Vec<_>>();
    let all = folders.into_iter().chain([PathBuf::from("/usr/sbin")]);
    all.map(|it| it.join(name)).find(|it| it.is_file()).unwrap_or_else(|| name.into())
}
