//! Measures calls natively for `tests/bench`: reads the cases as JSON, writes the milliseconds of each as a JSON object.
//! The way of measuring is that of `tests/bench/measured.mjs`.
#![allow(clippy::print_stdout, clippy::arithmetic_side_effects, reason = "a program for developers that writes its answer")]

#[path = "../tests/calls/mod.rs"]
#[allow(dead_code, reason = "the calls are shared with other programs")]
mod calls;

use std::hint::black_box;
use std::time::Instant;

use serde_json::{Map, Value};

const WARM_UP_MS: f64 = 100.0;
const BATCH_MS: f64 = 20.0;
const BATCHES: u32 = 15;

fn main() -> Result<(), String> {
    let cases: Vec<Value> = serde_json::from_reader(std::io::stdin()).map_err(|error| error.to_string())?;
    let mut times = Map::new();
    for case in &cases {
        let name = case.get("name").and_then(Value::as_str).ok_or("a case has no name")?;
        times.insert(name.to_owned(), measured(case)?.into());
    }
    println!("{}", Value::Object(times));
    Ok(())
}

/// Milliseconds of one round of the calls.
fn measured(case: &Value) -> Result<f64, String> {
    let requests = case.get("calls").and_then(Value::as_array).ok_or("a case has no calls")?;
    let round = || -> Result<(), String> {
        for request in requests {
            let call = request.get("call").and_then(Value::as_str).ok_or("a call has no name")?;
            black_box(calls::answer(call, black_box(request.get("input").unwrap_or(&Value::Null)))?);
        }
        Ok(())
    };
    let milliseconds = |start: Instant| start.elapsed().as_secs_f64() * 1000.0;
    let (start, mut rounds) = (Instant::now(), 0_u32);
    while rounds == 0 || milliseconds(start) < WARM_UP_MS {
        round()?;
        rounds += 1;
    }
    let batch = (f64::from(rounds) * BATCH_MS / milliseconds(start)).ceil().max(1.0);
    let mut fastest = f64::INFINITY;
    for _ in 0..BATCHES {
        let (start, mut done) = (Instant::now(), 0.0);
        while done < batch {
            round()?;
            done += 1.0;
        }
        fastest = fastest.min(milliseconds(start) / batch);
    }
    Ok(fastest)
}
