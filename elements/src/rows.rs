//! Rows that come and go, while the others keep their elements: with the focus, an open menu, and what is typed in them.

use leptos::{
    prelude::AnyView,
    tachys::{
        html::attribute,
        hydration::Cursor,
        renderer::{
            CastFrom, Rndr,
            types::{Element, Node, Placeholder},
        },
        view::{
            Mountable, Position, PositionState, Render, RenderFlags, RenderHtml, add_attr::AddAnyAttr,
            any_view::AnyViewState,
        },
    },
};

/// Elements that follow one another, each with what tells it from the others.
pub struct Rows(Vec<(String, AnyView)>);

impl std::fmt::Debug for Rows {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("rows")
    }
}

/// Elements that follow one another, each with what tells it from the others.
pub fn rows(rows: impl IntoIterator<Item = (String, AnyView)>) -> Rows {
    Rows(rows.into_iter().collect())
}

/// Rows that are there, and what stands behind them.
pub struct RowsState {
    rows: Vec<(String, AnyViewState)>,
    end: Placeholder,
}

impl RowsState {
    /// Puts every row in its place. One that stands there is not moved, which would take the focus from it.
    fn order(&mut self, parent: &Element) {
        let mut next: Node = self.end.clone().into();
        for (_, row) in self.rows.iter_mut().rev() {
            let Some(element) = row.elements().into_iter().next() else { continue };
            if Rndr::next_sibling(&element).as_ref() != Some(&next) {
                row.mount(parent, Some(&next));
            }
            next = element.into();
        }
    }
}

impl Render for Rows {
    type State = RowsState;

    fn build(self) -> RowsState {
        let rows = self.0.into_iter().map(|(key, row)| (key, row.build())).collect();
        RowsState { rows, end: Rndr::create_placeholder() }
    }

    fn rebuild(self, state: &mut RowsState) {
        let mut old = std::mem::take(&mut state.rows);
        for (key, row) in self.0 {
            let known = old.iter().position(|(other, _)| *other == key);
            let row = match known.map(|at| old.remove(at).1) {
                Some(mut known) => {
                    row.rebuild(&mut known);
                    known
                }
                None => row.build(),
            };
            state.rows.push((key, row));
        }
        for (_, mut gone) in old {
            gone.unmount();
        }
        if let Some(parent) = Rndr::get_parent(&state.end).and_then(Element::cast_from) {
            state.order(&parent);
        }
    }
}

impl RenderHtml for Rows {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {
        for (_, row) in &mut self.0 {
            row.dry_resolve();
        }
    }

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: RenderFlags,
        _: Vec<attribute::any_attribute::AnyAttribute>,
    ) {
        unreachable!("the server has Leptos's own lists");
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> RowsState {
        let rows = self.0.into_iter().map(|(key, row)| (key, row.hydrate::<true>(cursor, position))).collect();
        let end = cursor.next_placeholder(position);
        position.set(Position::NextChild);
        RowsState { rows, end }
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// Attributes spread onto components are not used here, and would be lost.
impl AddAnyAttr for Rows {
    type Output<New: attribute::Attribute> = Self;

    fn add_any_attr<New: attribute::Attribute>(self, _: New) -> Self {
        self
    }
}

impl Mountable for RowsState {
    fn unmount(&mut self) {
        for (_, row) in &mut self.rows {
            row.unmount();
        }
        self.end.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        for (_, row) in &mut self.rows {
            row.mount(parent, marker);
        }
        self.end.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.rows.first() {
            Some((_, row)) => row.insert_before_this(child),
            None => self.end.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<Element> {
        self.rows.iter().flat_map(|(_, row)| row.elements()).collect()
    }
}
