// Every language of the interface, by the name of its folder; the first has been there longest. A line adds one.
languages! {
    en
    uk
    pl
    sk
    lv
    de
    fr
    cs
}
