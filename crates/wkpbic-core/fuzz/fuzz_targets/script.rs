//! Whatever a shop is called, it stays one quoted word of the script.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wkpbic_core::script::{ScriptFacts, bash_script, manifest, power_shell_script};

fn facts(name: &str) -> ScriptFacts<'_> {
    ScriptFacts {
        site_name: name,
        redirect_uri: "https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3",
        cloud: "global",
        permissions: &["Report.Read.All", "Content.Create"],
        secret_lifetime_months: 6,
        app_name: None,
    }
}

fuzz_target!(|name: &str| {
    let (Ok(bash), Ok(shell), Ok(manifest)) = (bash_script(&facts(name)), power_shell_script(&facts(name)), manifest(&facts(name))) else {
        return;
    };
    // A name never adds a line, so that nothing of it can stand where a command begins.
    for (found, plain) in [
        (bash, bash_script(&facts("Shop"))),
        (shell, power_shell_script(&facts("Shop"))),
        (manifest, wkpbic_core::script::manifest(&facts("Shop"))),
    ] {
        assert_eq!(found.lines().count(), plain.unwrap_or_default().lines().count());
    }
});
