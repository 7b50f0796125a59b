//! The element.

use std::fmt;

use leptos::{
    html::ElementType,
    prelude::AnyView,
    tachys::{
        html::{
            attribute,
            event::{EventDescriptor, on},
            node_ref::NodeRefContainer,
        },
        hydration::Cursor,
        renderer::{CastFrom, Rndr},
        view::{
            IntoRender, Mountable, Position, PositionState, Render, RenderFlags, RenderHtml,
            add_attr::AddAnyAttr,
            any_view::{AnyViewState, IntoAny},
        },
    },
    wasm_bindgen::JsValue,
};
use send_wrapper::SendWrapper;
use web_sys::Element as Node;

use crate::attribute::{Attribute, IntoAttributeValue, IntoClass, State};

/// An element with what it has and its child, which may be many. Boxed, because it is passed on at each step of its making.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<Attribute>,
    child: Option<AnyView>,
}

impl fmt::Debug for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.tag)
    }
}

/// The functions that `view!` calls for tags, and those that it calls for attributes.
macro_rules! elements {
    (tags: $($tag:ident)+; attributes: $($method:ident $name:literal)+) => {
        /// The tags.
        pub(crate) mod tags {
            $(
                #[doc = concat!("`<", stringify!($tag), ">`")]
                pub fn $tag() -> super::Element {
                    super::element(stringify!($tag))
                }
            )+
        }

        impl Element {
            $(
                #[doc = concat!("`", $name, "=`")]
                pub fn $method(self, value: impl IntoAttributeValue) -> Self {
                    self.named($name, value)
                }
            )+
        }
    };
}

elements! {
    tags: a aside bdi blockquote button caption dd details div dl dt figcaption figure footer form h1 h2 header input label li main nav
        ol option p section select span strong summary table tbody td textarea th thead time tr ul;
    attributes: action "action" aria_current "aria-current" aria_describedby "aria-describedby" aria_hidden "aria-hidden"
        aria_invalid "aria-invalid" aria_label "aria-label" aria_labelledby "aria-labelledby" aria_live "aria-live"
        aria_pressed "aria-pressed" aria_sort "aria-sort" autocapitalize "autocapitalize" autocomplete "autocomplete"
        checked "checked" datetime "datetime" disabled "disabled" href "href"
        id "id" lang "lang" method "method" name "name" novalidate "novalidate" open "open"
        placeholder "placeholder" rel "rel" role "role" rows "rows" scope "scope" selected "selected"
        spellcheck "spellcheck" tabindex "tabindex" value "value" r#for "for" r#type "type"
}

fn element(tag: &'static str) -> Element {
    Element(Box::new(Parts { tag, attributes: Vec::new(), child: None }))
}

// What is not inlined here is called from each attribute of each page.
impl Element {
    #[inline(never)]
    fn with(mut self, attribute: Attribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    #[inline(never)]
    fn named<V: IntoAttributeValue>(self, name: &'static str, value: V) -> Self {
        self.with(Attribute::Named(name, value.into_attribute_value()))
    }

    /// An attribute without a method of its own.
    pub fn attr(self, name: &'static str, value: impl IntoAttributeValue) -> Self {
        self.named(name, value)
    }

    /// `class=`, or `class:name=`.
    #[inline(never)]
    pub fn class<C: IntoClass>(self, class: C) -> Self {
        self.with(class.into_class())
    }

    /// `prop:name=`.
    pub fn prop(self, name: &'static str, value: impl IntoAttributeValue) -> Self {
        self.with(Attribute::Property(name, value.into_attribute_value()))
    }

    /// `on:event=`.
    pub fn on<E>(self, event: E, listener: impl FnMut(E::EventType) + 'static) -> Self
    where
        E: EventDescriptor + Send + 'static,
        E::EventType: From<JsValue> + 'static,
    {
        // Wrapped here, so that it runs in the scope in which it was written.
        let listener = on(event, listener);
        self.with(Attribute::Listener(SendWrapper::new(Box::new(move |node| listener.attach(node)))))
    }

    /// `node_ref=`.
    pub fn node_ref<E: ElementType>(self, reference: impl NodeRefContainer<E>) -> Self {
        self.with(Attribute::Reference(Box::new(move |node| reference.load(node))))
    }

    /// What stands in it.
    #[inline(never)]
    pub fn child<C: IntoRender>(mut self, child: C) -> Self
    where
        C::Output: RenderHtml + 'static,
    {
        self.0.child = Some(child.into_render().into_any());
        self
    }
}

/// An element that is there.
pub struct ElementState {
    tag: &'static str,
    node: Node,
    attributes: Vec<State>,
    child: Option<AnyViewState>,
}

impl Render for Element {
    type State = ElementState;

    fn build(self) -> ElementState {
        let Parts { tag, attributes, child } = *self.0;
        let node = Rndr::create_element(tag, None);
        let attributes = attributes.into_iter().map(|attribute| attribute.build(&node, false)).collect();
        let child = child.map(|child| {
            let mut child = child.build();
            child.mount(&node, None);
            child
        });
        ElementState { tag, node, attributes, child }
    }

    fn rebuild(self, state: &mut ElementState) {
        let parts = &self.0;
        let same = parts.tag == state.tag
            && (parts.child.is_some() == state.child.is_some() || parts.tag == "textarea")
            && parts.attributes.len() == state.attributes.len()
            && parts.attributes.iter().zip(&state.attributes).all(|(new, old)| new.replaces(old));
        if !same {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
            return;
        }
        let Parts { attributes, child, .. } = *self.0;
        for (new, old) in attributes.into_iter().zip(&mut state.attributes) {
            new.rebuild(&state.node, old);
        }
        if let (Some(new), Some(old)) = (child, &mut state.child) {
            new.rebuild(old);
        }
    }
}

impl RenderHtml for Element {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {
        if let Some(child) = &mut self.0.child {
            child.dry_resolve();
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
        unreachable!("the server has Leptos's own elements");
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> ElementState {
        let Parts { tag, attributes, child } = *self.0;
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        let Some(node) = Node::cast_from(cursor.current()) else {
            unreachable!("<{tag}> is not what the server sent");
        };
        let attributes = attributes.into_iter().map(|attribute| attribute.build(&node, true)).collect();
        // What stands in a text area is text, which needs no taking over.
        let child = child.filter(|_| tag != "textarea").map(|child| {
            position.set(Position::FirstChild);
            child.hydrate::<true>(cursor, position)
        });
        cursor.set(node.clone().into());
        position.set(Position::NextChild);
        ElementState { tag, node, attributes, child }
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// Attributes spread onto components are not used here, and would be lost.
impl AddAnyAttr for Element {
    type Output<New: attribute::Attribute> = Self;

    fn add_any_attr<New: attribute::Attribute>(self, _: New) -> Self {
        self
    }
}

impl Mountable for ElementState {
    fn unmount(&mut self) {
        Rndr::remove(&self.node);
    }

    fn mount(&mut self, parent: &Node, marker: Option<&web_sys::Node>) {
        Rndr::insert_node(parent, &self.node, marker);
    }

    fn try_mount(&mut self, parent: &Node, marker: Option<&web_sys::Node>) -> bool {
        Rndr::try_insert_node(parent, &self.node, marker)
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(parent) = Rndr::get_parent(&self.node).and_then(Node::cast_from) else { return false };
        child.mount(&parent, Some(&self.node));
        true
    }

    fn elements(&self) -> Vec<Node> {
        vec![self.node.clone()]
    }
}
