//! What an element has but children: attributes, classes, properties, listeners, references.

use std::{
    borrow::Cow,
    sync::{Arc, Mutex, PoisonError},
};

use leptos::{
    prelude::{Get, RenderEffect, RwSignal},
    tachys::renderer::{RemoveEventHandler, Rndr},
    wasm_bindgen::JsValue,
};
use send_wrapper::SendWrapper;
use web_sys::Element as Node;

/// The value of an attribute.
pub enum Value {
    /// A text.
    Text(Cow<'static, str>),
    /// The attribute is not there.
    Absent,
    /// It follows the signals that the function reads.
    Live(Box<dyn FnMut() -> Value + Send>),
}

/// What can be the value of an attribute.
pub trait IntoAttributeValue {
    /// The value.
    fn into_attribute_value(self) -> Value;
}

impl IntoAttributeValue for Value {
    fn into_attribute_value(self) -> Value {
        self
    }
}

impl IntoAttributeValue for &'static str {
    fn into_attribute_value(self) -> Value {
        Value::Text(Cow::Borrowed(self))
    }
}

impl IntoAttributeValue for String {
    fn into_attribute_value(self) -> Value {
        Value::Text(Cow::Owned(self))
    }
}

impl IntoAttributeValue for bool {
    fn into_attribute_value(self) -> Value {
        if self { Value::Text(Cow::Borrowed("")) } else { Value::Absent }
    }
}

impl<T: IntoAttributeValue> IntoAttributeValue for Option<T> {
    fn into_attribute_value(self) -> Value {
        self.map_or(Value::Absent, T::into_attribute_value)
    }
}

/// What `view!` makes of a closure.
impl<T: IntoAttributeValue + 'static> IntoAttributeValue for Arc<Mutex<dyn FnMut() -> T + Send>> {
    fn into_attribute_value(self) -> Value {
        Value::Live(Box::new(move || self.lock().unwrap_or_else(PoisonError::into_inner)().into_attribute_value()))
    }
}

impl<T: IntoAttributeValue + Clone + Send + Sync + 'static> IntoAttributeValue for RwSignal<T> {
    fn into_attribute_value(self) -> Value {
        Value::Live(Box::new(move || self.get().into_attribute_value()))
    }
}

/// What can follow `class=`, and what stands behind `class:name=` with the name.
pub trait IntoClass {
    /// The attribute.
    fn into_class(self) -> Attribute;
}

impl IntoClass for &'static str {
    fn into_class(self) -> Attribute {
        Attribute::Named("class", self.into_attribute_value())
    }
}

impl IntoClass for String {
    fn into_class(self) -> Attribute {
        Attribute::Named("class", self.into_attribute_value())
    }
}

impl<T: IntoAttributeValue> IntoClass for (&'static str, T) {
    fn into_class(self) -> Attribute {
        Attribute::Class(self.0, self.1.into_attribute_value())
    }
}

/// Attaches a listener to an element.
pub(crate) type Attach = Box<dyn FnOnce(&Node) -> RemoveEventHandler<Node>>;

/// Something that an element has.
pub enum Attribute {
    /// An attribute.
    Named(&'static str, Value),
    /// A class that is there while the value is.
    Class(&'static str, Value),
    /// A property.
    Property(&'static str, Value),
    /// A listener, attached when the element is there.
    Listener(SendWrapper<Attach>),
    /// A reference, told when the element is there.
    Reference(Box<dyn FnOnce(&Node) + Send>),
}

/// What is kept of an attribute while its element lives.
pub enum State {
    /// A value that stays.
    Still(&'static str, Value),
    /// A value that follows signals until this is dropped.
    Live(&'static str, RenderEffect<()>),
    /// A listener, removed when this is dropped.
    Listener(RemoveEventHandler<Node>),
    /// A reference.
    Reference,
}

type Set = fn(&Node, &'static str, &Value);

fn set_attribute(node: &Node, name: &'static str, value: &Value) {
    match value {
        Value::Text(text) => Rndr::set_attribute(node, name, text),
        _ => Rndr::remove_attribute(node, name),
    }
}

fn set_class(node: &Node, name: &'static str, value: &Value) {
    match value {
        Value::Text(_) => Rndr::add_class(&Rndr::class_list(node), name),
        _ => Rndr::remove_class(&Rndr::class_list(node), name),
    }
}

fn set_property(node: &Node, name: &'static str, value: &Value) {
    if let Value::Text(text) = value {
        Rndr::set_property(node, name, &JsValue::from_str(text));
    }
}

impl Attribute {
    /// Gives it to an element. What stays is there already when the server `sent` the element; and a property is left as the
    /// reader has made it since.
    pub fn build(self, node: &Node, sent: bool) -> State {
        let (name, value, set, leave): (_, _, Set, _) = match self {
            Self::Named(name, value) => (name, value, set_attribute, false),
            Self::Class(name, value) => (name, value, set_class, false),
            Self::Property(name, value) => (name, value, set_property, sent),
            Self::Listener(attach) => return State::Listener((attach.take())(node)),
            Self::Reference(load) => {
                load(node);
                return State::Reference;
            }
        };
        match value {
            Value::Live(live) => State::Live(name, follow(node.clone(), name, live, set, leave)),
            still => {
                if !sent {
                    set(node, name, &still);
                }
                State::Still(name, still)
            }
        }
    }

    /// Whether the element that has `state` can have this instead.
    pub fn replaces(&self, state: &State) -> bool {
        match (self, state) {
            (
                Self::Named(name, _) | Self::Class(name, _) | Self::Property(name, _),
                State::Still(other, _) | State::Live(other, _),
            ) => name == other,
            (Self::Listener(_), State::Listener(_)) | (Self::Reference(_), State::Reference) => true,
            _ => false,
        }
    }

    /// Takes the place of another one.
    pub fn rebuild(self, node: &Node, state: &mut State) {
        match (&self, &*state) {
            (Self::Named(_, Value::Text(new)), State::Still(_, Value::Text(old))) if new == old => return,
            // The reader may have given it since, as one opens a `<details>`.
            (Self::Named(_, Value::Absent), State::Still(_, Value::Absent)) => return,
            _ => {}
        }
        // The old one goes first, so that it hears and says nothing more.
        *state = State::Reference;
        *state = self.build(node, false);
    }
}

/// Sets the value now, unless that is to be left, and whenever the signals change that it is read from.
fn follow(
    node: Node,
    name: &'static str,
    mut live: Box<dyn FnMut() -> Value + Send>,
    set: Set,
    mut leave: bool,
) -> RenderEffect<()> {
    RenderEffect::new(move |_| {
        let mut value = live();
        while let Value::Live(inner) = &mut value {
            value = inner();
        }
        if !std::mem::take(&mut leave) {
            set(&node, name, &value);
        }
    })
}
