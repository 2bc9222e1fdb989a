//! Runs the bash script in a real bash, with stand-ins for `az`, `sleep` and `date` in front of the path that note what
//! they were asked. A machine without bash fails here.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail in any way"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use proptest::prelude::*;
use wkpbic_core::script::{BLOCK_BEGIN, BLOCK_END, ScriptFacts, bash_script};

const REDIRECT_URI: &str = "https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3";
const CLIENT_ID: &str = "3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846";
const OTHER_ID: &str = "11111111-2222-4333-8444-555555555555";
const TENANT_ID: &str = "8f4c2b6e-3d1a-4c7e-9b52-6a0e7d15c3f9";
const SECRET: &str = "Xy48Q~tN3vKp0sLw7uRzEa5cJmBdHf2gYq1iTo9x";
const ALL: &[&str] = &["Dataset.ReadWrite.All", "Workspace.ReadWrite.All", "Report.Read.All", "Dashboard.Read.All", "Content.Create"];

/// Notes its arguments, each ended by NUL and each call by another, then answers by what the test has put in place: a
/// file `answer.COMMAND` is printed, a file `fail.COMMAND` makes it fail. COMMAND is the words before the first option.
const AZ: &str = r#"#!/bin/sh
printf '%s\0' az "$@" >>"$LOG"
printf '\0' >>"$LOG"
command=
for word in "$@"; do
  case $word in -*) break ;; esac
  command=$command.$word
done
[ "$*" = "${*#*--id 00000009-}" ] && [ "$*" = "${*#*--id fc4979e5-}" ] || command=$command.power-bi
[ "$*" = "${*#*requiredResourceAccess}" ] || command=$command.permissions
[ "$*" = "${*#*--query user.name}" ] || command=$command.user
[ "$*" = "${*#*microsoftGraphResourceId}" ] || command=$command.graph
[ ! -f "$ANSWERS/fail$command" ] || { echo "ERROR: no" >&2; exit 1; }
[ ! -f "$ANSWERS/answer$command" ] || cat "$ANSWERS/answer$command"
"#;

struct Stage {
    folder: PathBuf,
}

struct Outcome {
    success: bool,
    output: String,
    errors: String,
    calls: Vec<Vec<String>>,
}

impl Stage {
    /// A directory in which everything works and no app exists.
    fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("script-{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        for name in ["bin", "answers", "here"] {
            fs::create_dir_all(folder.join(name)).unwrap();
        }
        let stage = Self { folder };
        stage.program("az", AZ);
        stage.program("sleep", "#!/bin/sh\nprintf 'sleep\\0%s\\0\\0' \"$1\" >>\"$LOG\"\n");
        stage.today("2026 11 24");
        for (command, text) in [
            ("cloud.show", "AzureCloud"),
            ("cloud.show.graph", "https://graph.microsoft.com/"),
            ("account.show", TENANT_ID),
            ("account.show.user", "other@contoso.example"),
            ("ad.signed-in-user.show", "merchant@contoso.example"),
            ("rest", CLIENT_ID),
            ("ad.sp.show.power-bi", "Tenant.Read.All\t01944dba-21df-426f-bb8c-796488be96ad"),
            ("ad.sp.create", OTHER_ID),
            ("ad.app.credential.reset", SECRET),
        ] {
            stage.answer(command, text);
        }
        stage
    }

    fn program(&self, name: &str, text: &str) {
        let path = self.folder.join("bin").join(name);
        // Written by a child: a file that this process has open for writing cannot be run while another thread forks.
        let mut child = Command::new("/bin/sh").args(["-c", "cat >\"$1\"", "sh"]).arg(&path).stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        assert!(child.wait().unwrap().success());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn today(&self, text: &str) {
        self.program("date", &format!("#!/bin/sh\n[ \"$*\" = '-u +%Y %m %d' ] && echo '{text}'\n"));
    }

    fn answer(&self, command: &str, text: &str) {
        fs::write(self.folder.join("answers").join(format!("answer.{command}")), format!("{text}\n")).unwrap();
    }

    fn fail(&self, command: &str) {
        fs::write(self.folder.join("answers").join(format!("fail.{command}")), "").unwrap();
    }

    fn run(&self, script: &str) -> Outcome {
        let log = self.folder.join("log");
        fs::write(&log, "").unwrap();
        fs::write(self.folder.join("script.sh"), script).unwrap();
        let output = Command::new("bash")
            .arg(self.folder.join("script.sh"))
            .current_dir(self.folder.join("here"))
            .env_clear()
            .env("PATH", format!("{}:/usr/bin:/bin", self.folder.join("bin").display()))
            .env("LC_ALL", "C.UTF-8")
            .env("LOG", &log)
            .env("ANSWERS", self.folder.join("answers"))
            .stdin(Stdio::null())
            .output()
            .expect("bash is needed for this test");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let calls = fs::read_to_string(&log).unwrap();
        // Nothing but the stand-ins ran: whatever a name tries to leave behind would stand here.
        let left: Vec<_> = fs::read_dir(self.folder.join("here")).unwrap().collect();
        assert!(left.is_empty(), "the script left {left:?}");
        Outcome {
            success: output.status.success(),
            output: text(output.stdout),
            errors: text(output.stderr),
            calls: calls.split_terminator("\0\0").map(|call| call.split('\0').map(str::to_owned).collect()).collect(),
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Outcome {
    /// The arguments of the only call that begins so.
    fn call(&self, beginning: &str) -> &[String] {
        let found: Vec<_> = self.calls.iter().filter(|call| call.join(" ").starts_with(beginning)).collect();
        assert_eq!(found.len(), 1, "{beginning}: {found:?}");
        found[0]
    }

    fn count(&self, beginning: &str) -> usize {
        self.calls.iter().filter(|call| call.join(" ").starts_with(beginning)).count()
    }

    /// What stands between the two lines, by name.
    fn block(&self) -> BTreeMap<String, String> {
        let (_, rest) = self.output.split_once(&format!("\n{BLOCK_BEGIN}\n")).expect("the block begins");
        let (block, _) = rest.split_once(&format!("\n{BLOCK_END}\n")).expect("the block ends");
        block.split('\n').map(|line| line.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned())).unwrap()).collect()
    }

    fn stopped_with(&self, sentence: &str, made: &[&str]) {
        assert!(!self.success && self.errors.contains(sentence), "{sentence}: {}", self.errors);
        assert!(!self.output.contains(BLOCK_BEGIN), "{}", self.output);
        for made in made {
            assert!(self.errors.contains(made), "{made}: {}", self.errors);
        }
        assert_eq!(self.errors.contains("Nothing was made or changed."), made.is_empty(), "{}", self.errors);
    }
}

fn facts(name: &str) -> ScriptFacts<'_> {
    ScriptFacts {
        site_name: "",
        redirect_uri: REDIRECT_URI,
        cloud: "global",
        permissions: ALL,
        secret_lifetime_months: 6,
        app_name: Some(name),
    }
}

/// The name reaches `az` in two arguments, unchanged: in the filter, with OData's quotes, and in the JSON of the app.
fn name_arrives(name: &str) {
    let outcome = Stage::new().run(&bash_script(&facts(name)).unwrap());
    assert!(outcome.success, "{name:?}: {}", outcome.errors);
    assert_eq!(outcome.call("az ad app list")[4], format!("--filter=displayName eq '{}'", name.replace('\'', "''")));
    let rest = outcome.call("az rest");
    assert_eq!(rest.len(), 11, "{rest:?}");
    let body: serde_json::Value = serde_json::from_str(rest[6].strip_prefix("--body=").unwrap()).unwrap();
    assert_eq!(
        body,
        serde_json::json!({ "displayName": name, "signInAudience": "AzureADMyOrg", "web": { "redirectUris": [REDIRECT_URI] } })
    );
    assert_eq!(outcome.block()["client_id"], CLIENT_ID);
    assert_eq!(outcome.calls.len(), 13, "{:?}", outcome.calls);
    assert_eq!(outcome.errors, "");
}

#[test]
fn hostile_names_stay_one_argument() {
    let names = [
        "Joe's shop",
        "'; touch canary; '",
        "$(touch canary)",
        "`touch canary`",
        "\"; touch canary; \"",
        "'$(touch canary)'",
        "\\'; touch canary #",
        "\\",
        "'",
        "''",
        "'\\''",
        "!!",
        "it's !touch !-1 !$ '!'",
        "${IFS}$HOME$$",
        "$'\\x27; touch canary; '",
        "a && touch canary || touch canary | touch canary & touch canary",
        "> canary",
        "<(touch canary)",
        "*",
        "~",
        "{a,b}",
        "-n --debug",
        "--query",
        "@/etc/passwd",
        "=@/etc/passwd",
        "a=@/etc/passwd",
        "%s %n \\n \\0",
        "\") | touch(canary)",
        "§app_name§ §cloud§",
        "§",
        "‘’‚‛“”„",
        "日本語のお店 🛍️ مَتجَر",
        "e\u{301}\u{200d}\u{fe0f}",
        "a\u{2028}touch canary\u{2029}b",
        "<script>alert(1)</script> & Sons; 100%",
        "-----END WKPBIC SETUP-----",
        "EOF",
        ")",
        "#",
    ];
    for name in names {
        name_arrives(name);
    }
}

fn bash_accepts(script: &str) -> bool {
    let mut child = Command::new("bash").arg("-n").stdin(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    child.wait().unwrap().success()
}

fn hostile_name() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        proptest::sample::select(vec![
            "'",
            "\"",
            "\\",
            "$",
            "`",
            "$(",
            ")",
            "${",
            "}",
            "!",
            "#",
            ";",
            "&",
            "|",
            "<",
            ">",
            "touch canary",
            "*",
            "?",
            "~",
            "§",
            "@",
            "=",
            "-",
            "%",
            "’",
            "‘",
            "\u{2028}",
            "$'",
            "\\'",
            "'\\''",
            " ",
        ])
        .prop_map(str::to_owned),
        any::<char>()
            .prop_filter("a control character is refused", |c| !c.is_control()
                && !"\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}".contains(*c))
            .prop_map(String::from),
    ];
    proptest::collection::vec(pieces, 1..9)
        .prop_map(|pieces| pieces.concat().trim().to_owned())
        .prop_filter("blank", |name| !name.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn any_name_stays_one_argument(name in hostile_name()) {
        name_arrives(&name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn bash_reads_any_script(name in hostile_name(), site in any::<String>()) {
        let script = bash_script(&facts(&name)).unwrap();
        prop_assert!(bash_accepts(&script));
        // What an interactive bash, or the terminal in front of it, would act on before it reads quotes.
        let acted_on = ['!', '\t', '\r', '\0', '\u{1b}'];
        prop_assert!(!script.contains(acted_on));
        if let Ok(script) = bash_script(&ScriptFacts { site_name: &site, app_name: None, ..facts("") }) {
            prop_assert!(bash_accepts(&script));
        }
    }
}

#[test]
fn a_first_run_makes_everything_once_and_prints_the_block() {
    let outcome = Stage::new().run(&bash_script(&facts("Shop")).unwrap());
    assert!(outcome.success, "{}", outcome.errors);
    let block = outcome.block();
    let wanted = [
        ("client_id", CLIENT_ID),
        ("client_secret", SECRET),
        ("client_secret_expires_on", "2027-05-24"),
        ("cloud", "global"),
        ("tenant_id", TENANT_ID),
        ("username", "merchant@contoso.example"),
    ];
    assert_eq!(block, wanted.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
    assert!(outcome.call("az rest")[1..6].iter().eq([
        "rest",
        "--method",
        "post",
        "--url",
        "https://graph.microsoft.com/v1.0/applications"
    ]));
    let added = outcome.call("az ad app permission add");
    let options = ["--id", CLIENT_ID, "--api", "00000009-0000-0000-c000-000000000000", "--api-permissions"];
    assert!(added[5..10].iter().eq(options), "{added:?}");
    assert_eq!(added[10], "322b68b2-0804-416e-86a5-d772c567b6e6=Scope");
    assert_eq!(added[14], "f3076109-ca66-412a-be10-d4ee1be95d47=Scope");
    let granted = outcome.call("az ad app permission grant");
    assert!(granted[5..10].iter().eq(["--id", OTHER_ID, "--api", "00000009-0000-0000-c000-000000000000", "--scope"]), "{granted:?}");
    assert!(granted[10..15].iter().eq(ALL), "{granted:?}");
    let reset = outcome.call("az ad app credential reset");
    assert!(reset.contains(&"--append".to_owned()) && reset.contains(&"2027-05-24".to_owned()), "{reset:?}");
    // The secret is an answer, never an argument.
    assert!(outcome.calls.iter().flatten().all(|argument| !argument.contains(SECRET)));
    assert!(outcome.output.contains("Consent is given for the whole organisation."));
}

#[test]
fn a_second_run_goes_on_with_the_same_app() {
    let stage = Stage::new();
    stage.answer("ad.app.list", &format!("{OTHER_ID}\n{CLIENT_ID}"));
    let script = bash_script(&facts("Shop")).unwrap();
    stage.answer("ad.app.show", "https://other.example/cb");
    let outcome = stage.run(&script);
    outcome.stopped_with("There is an app of this name already, but with another redirect URI.", &[]);
    assert_eq!(outcome.count("az rest"), 0);

    stage.answer("ad.app.show", &format!("https://other.example/cb\n{REDIRECT_URI}"));
    stage.run(&script).stopped_with("There are two apps of this name with this redirect URI", &[]);

    stage.answer("ad.app.list", CLIENT_ID);
    stage.answer("ad.app.show.permissions", "322b68b2-0804-416e-86a5-d772c567b6e6\n4ae1bf56-f562-4747-b7bc-2fa0874ed46f");
    stage.answer("ad.sp.show", OTHER_ID);
    let outcome = stage.run(&script);
    assert!(outcome.success, "{}", outcome.errors);
    assert_eq!((outcome.count("az rest"), outcome.count("az ad sp create")), (0, 0));
    let added: Vec<_> = outcome.call("az ad app permission add").iter().filter(|argument| argument.ends_with("=Scope")).collect();
    let wanted = [
        "445002fb-a6f2-4dc1-a81e-4254a111cd29=Scope",
        "2448370f-f988-42cd-909c-6528efd67c1a=Scope",
        "f3076109-ca66-412a-be10-d4ee1be95d47=Scope",
    ];
    assert_eq!(added, wanted);
    assert_eq!(outcome.block()["client_id"], CLIENT_ID);

    let every = "322b68b2-0804-416e-86a5-d772c567b6e6\n445002fb-a6f2-4dc1-a81e-4254a111cd29\n4ae1bf56-f562-4747-b7bc-2fa0874ed46f\n2448370f-f988-42cd-909c-6528efd67c1a\nf3076109-ca66-412a-be10-d4ee1be95d47";
    stage.answer("ad.app.show.permissions", every);
    assert_eq!(stage.run(&script).count("az ad app permission add"), 0);
}

#[test]
fn it_stops_at_the_first_failure_and_says_what_was_made() {
    let script = bash_script(&facts("Shop")).unwrap();
    let made = [
        "- the app with the client ID 3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846. To delete it with all that belongs to it, run: az ad app delete --id 3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846",
        "- its permissions Dataset.ReadWrite.All",
        "- its service principal.",
        "- consent for the whole organisation.",
    ];
    let steps: [(&str, &str, &[&str]); 7] = [
        ("cloud.show", "This is the cloud (unknown), and the shop is set up for AzureCloud.", &[]),
        ("account.show", "az is not signed in. Run: az login", &[]),
        ("ad.app.list", "The apps of this directory cannot be listed.", &[]),
        ("rest", "The app could not be made.", &[]),
        ("ad.app.permission.add", "The permissions could not be added.", &made[..1]),
        ("ad.sp.create", "The service principal could not be made.", &made[..2]),
        ("ad.app.credential.reset", "The client secret could not be made.", &made),
    ];
    for (command, sentence, made) in steps {
        let stage = Stage::new();
        stage.fail(command);
        stage.run(&script).stopped_with(sentence, made);
    }
    let stage = Stage::new();
    stage.answer("cloud.show", "AzureUSGovernment");
    stage.run(&script).stopped_with(
        "This is the cloud AzureUSGovernment, and the shop is set up for AzureCloud. Open Azure Cloud Shell at https://portal.azure.com",
        &[],
    );
    let stage = Stage::new();
    fs::remove_file(stage.folder.join("bin/az")).unwrap();
    stage.run(&script).stopped_with("The command az is missing here.", &[]);
}

#[test]
fn without_consent_it_goes_on() {
    let stage = Stage::new();
    stage.fail("ad.app.permission.grant");
    let outcome = stage.run(&bash_script(&facts("Shop")).unwrap());
    assert!(outcome.success && outcome.output.contains("Consent was not given"), "{}", outcome.errors);
    assert_eq!(outcome.block()["client_secret"], SECRET);
    assert_eq!((outcome.count("az ad app permission grant"), outcome.count("sleep")), (3, 2));
}

#[test]
fn what_is_unknown_at_first_is_asked_otherwise() {
    let stage = Stage::new();
    stage.fail("ad.signed-in-user.show");
    stage.fail("ad.sp.show.power-bi");
    let outcome = stage.run(&bash_script(&facts("Shop")).unwrap());
    assert_eq!(outcome.block()["username"], "other@contoso.example");
    assert!(outcome.output.contains("This directory does not know Power BI yet. Somebody has to open https://app.powerbi.com once"));
}

#[test]
fn gcc_takes_the_ids_of_permissions_from_the_directory() {
    let script = bash_script(&ScriptFacts { cloud: "gcc", permissions: &["Report.Read.All"], ..facts("Shop") }).unwrap();
    let stage = Stage::new();
    stage.run(&script).stopped_with("The permission Report.Read.All is not known in this directory.", &["- the app with"]);
    stage.answer("ad.sp.show.power-bi", &format!("Dataset.Read.All\t{CLIENT_ID}\nReport.Read.All\t{OTHER_ID}"));
    let outcome = stage.run(&script);
    assert!(outcome.call("az ad app permission add").contains(&format!("{OTHER_ID}=Scope")));
    assert!(outcome.call("az ad app permission add").contains(&"fc4979e5-0aa5-429f-b13a-5d1365be5566".to_owned()));
    assert_eq!(outcome.block()["cloud"], "gcc");
}

#[test]
fn the_secret_never_lives_longer_than_asked() {
    for (today, months, expires_on) in [
        ("2026 11 24", 1, "2026-12-24"),
        ("2026 12 24", 1, "2027-01-24"),
        ("2026 01 31", 1, "2026-02-28"),
        ("2028 02 29", 24, "2030-02-28"),
        ("2026 08 09", 12, "2027-08-09"),
        ("2026 12 01", 24, "2028-12-01"),
        ("2026 09 30", 3, "2026-12-28"),
        ("2026 10 08", 14, "2027-12-08"),
    ] {
        let stage = Stage::new();
        stage.today(today);
        let script = bash_script(&ScriptFacts { secret_lifetime_months: months, ..facts("Shop") }).unwrap();
        assert_eq!(stage.run(&script).block()["client_secret_expires_on"], expires_on, "{today} + {months}");
    }
}
