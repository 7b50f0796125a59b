//! Finds circles among the modules of a crate, at every level: between files, between folders, and between a module and its parent.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::{
    names::{mentions, resolve},
    sources::Crate,
};

/// An edge between two nodes of a level, with the two modules that it comes from.
type Edges = BTreeMap<String, BTreeMap<String, (String, String)>>;

/// The circles of `tree`, each named by a shortest way round: `a -> b -> a (a uses b, b uses a)`.
pub(crate) fn circles(tree: &Crate) -> Vec<String> {
    let all = mentions(tree);
    let mut uses = BTreeSet::new();
    for (module, mentions) in &all {
        for path in &mentions.paths {
            if let Some(target) = resolve(tree, &all, module, path, 0).filter(|target| target != module) {
                uses.insert((module.clone(), target));
            }
        }
    }
    tree.modules.keys().flat_map(|parent| circles_below(parent, &uses)).collect()
}

/// The circles between the children of `parent`, each with all that lies in it, and `parent` itself.
fn circles_below(parent: &str, uses: &BTreeSet<(String, String)>) -> Vec<String> {
    let mut edges = Edges::new();
    for (from, to) in uses {
        if let (Some(a), Some(b)) = (node(parent, from), node(parent, to))
            && a != b
        {
            edges.entry(a).or_default().entry(b).or_insert_with(|| (from.clone(), to.clone()));
        }
    }
    let mut found = Vec::new();
    let mut told = BTreeSet::new();
    for start in edges.keys() {
        let Some(way) = way_round(&edges, start) else { continue };
        if way.iter().any(|node| told.contains(node)) {
            continue;
        }
        let steps: Vec<String> = way
            .windows(2)
            .map(|step| {
                let (from, to) = &edges[&step[0]][&step[1]];
                format!("{} uses {}", shown(from), shown(to))
            })
            .collect();
        told.extend(way.iter().cloned());
        found.push(format!("{} ({})", way.join(" -> "), steps.join(", ")));
    }
    found
}

/// The node of the level below `parent` that `module` lies in: a child, or `parent` itself. `None` if it lies elsewhere.
fn node(parent: &str, module: &str) -> Option<String> {
    if module == parent {
        return Some(format!("{} itself", shown(parent)));
    }
    let below = if parent.is_empty() { module } else { module.strip_prefix(parent)?.strip_prefix("::")? };
    let child = below.split("::").next().unwrap_or_default();
    Some(if parent.is_empty() { child.to_owned() } else { format!("{parent}::{child}") })
}

fn shown(module: &str) -> &str {
    if module.is_empty() { "the root" } else { module }
}

/// The shortest way from `start` back to it.
fn way_round(edges: &Edges, start: &str) -> Option<Vec<String>> {
    let mut queue = VecDeque::from([vec![start.to_owned()]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = queue.pop_front() {
        let last = way.last().cloned().unwrap_or_default();
        for next in edges.get(&last).into_iter().flat_map(BTreeMap::keys) {
            if next == start {
                return Some([way, vec![start.to_owned()]].concat());
            }
            if seen.insert(next.clone()) {
                queue.push_back([way.clone(), vec![next.clone()]].concat());
            }
        }
    }
    None
}
