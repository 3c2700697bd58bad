// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filtercursor.h"

#include <QTest>

#include <random>

using namespace rolewright;
using namespace Qt::StringLiterals;
using Axis = FilterAxis;
using Problem = FilterProblem::Kind;

// The grammar of filters: what is read, what is refused and where, what is better written otherwise.
class tst_Filter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void advises_data();
    void advises();
    void readsWhatItWrites();
    void readsAnything();
    void knowsWhatIsNarrower_data();
    void knowsWhatIsNarrower();
    void knowsWhatStandsAtTheCursor_data();
    void knowsWhatStandsAtTheCursor();
};

namespace {

// The tree as one reads it in a test: every group in parentheses, the kind of each pattern before it.
QString tree(const FilterNode &node)
{
    const auto pattern = [](const FilterPattern &p) {
        static const QStringList kinds{u"part"_s, u"whole"_s, u"glob"_s, u"expr"_s};
        return u"%1<%2>"_s.arg(kinds.at(int(p.kind)), p.text);
    };
    QStringList children;
    for (const FilterNode &child : node.children)
        children.append(tree(child));
    switch (node.kind) {
    case FilterNode::Kind::Everything:
        return u"everything"_s;
    case FilterNode::Kind::And:
        return u'(' + children.join(u" & "_s) + u')';
    case FilterNode::Kind::Or:
        return u'(' + children.join(u" | "_s) + u')';
    case FilterNode::Kind::Not:
        return u'!' + children.first();
    case FilterNode::Kind::Named:
        return pattern(*node.pattern);
    case FilterNode::Kind::Property:
        break;
    }
    const QString word = node.property == FilterProperty::Attribute ? u"user."_s + node.attribute
                                                                    : filterProperty(node.property).word;
    return node.pattern ? word + u':' + pattern(*node.pattern) : word;
}

class RandomFilter
{
public:
    explicit RandomFilter(quint32 seed)
        : m_random(seed)
    {
    }
    quint32 below(quint32 n) { return quint32(m_random() % n); }
    FilterNode node(Axis axis, int depth = 3)
    {
        using Kind = FilterNode::Kind;
        const quint32 choice = depth > 0 ? below(6) : 3 + below(3);
        if (choice == 0)
            return {.kind = Kind::Not, .children = {node(axis, depth - 1)}};
        if (choice <= 2) {
            FilterNode both{.kind = choice == 1 ? Kind::And : Kind::Or};
            for (quint32 i = 0, n = 2 + below(2); i < n; ++i)
                both.children.append(node(axis, depth - 1));
            return both;
        }
        if (choice == 3)
            return {.kind = Kind::Named, .pattern = pattern(true)};
        if (axis == Axis::User && below(4) == 0) {
            FilterNode attribute{
                .kind = Kind::Property, .property = FilterProperty::Attribute, .attribute = text()};
            if (below(3))
                attribute.pattern = pattern(false);
            return attribute;
        }
        for (;;) {
            const FilterPropertyInfo &info = filterProperties().at(below(quint32(filterProperties().size())));
            if (!info.axes.contains(axis))
                continue;
            FilterNode property{.kind = Kind::Property, .property = info.property};
            if (info.hasValue)
                property.pattern = pattern(info.isText);
            return property;
        }
    }

private:
    QString text()
    {
        static const QStringList texts{u"news"_s, u"and"_s,        u"role"_s,     u"a b"_s, u"a\"b"_s,
                                       u"\\"_s,   u"pending"_s,    u"x:y"_s,      u"(z)"_s, u"user.x"_s,
                                       u"=="_s,   u"\U0001F511"_s, u"\u00e4*?"_s, u"/r/"_s, u"no)"_s};
        return texts.at(below(quint32(texts.size())));
    }
    FilterPattern pattern(bool isText)
    {
        using Kind = FilterPattern::Kind;
        static const QStringList globs{u"*"_s, u"a*"_s, u"a:?*"_s, u"f(*)"_s};
        static const QStringList expressions{u"^a"_s, u"a b"_s, u"(x|y)$"_s, u"a/b"_s, u"\\d\\/"_s};
        switch (below(4)) {
        case 0:
            return {Kind::Glob, globs.at(below(quint32(globs.size())))};
        case 1:
            return {Kind::Expression, expressions.at(below(quint32(expressions.size())))};
        default:
            // A quoted value of a reference is a part there, too.
            return {isText ? Kind::Part : Kind::Whole, text()};
        }
    }
    std::mt19937 m_random;
};

} // namespace

void tst_Filter::reads_data()
{
    QTest::addColumn<Axis>("axis");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](Axis axis, const QString &text, const QString &expected) {
        QTest::newRow(qPrintable(text)) << axis << text << expected;
    };
    row(Axis::Role, u""_s, u"everything"_s);
    row(Axis::Role, u"  "_s, u"everything"_s);
    row(Axis::Role, u"edit"_s, u"part<edit>"_s);
    row(Axis::Role, u"chief edit"_s, u"(part<chief> & part<edit>)"_s);
    row(Axis::Role, u"chief and edit or not view"_s, u"((part<chief> & part<edit>) | !part<view>)"_s);
    row(Axis::Role, u"chief (edit OR view)"_s, u"(part<chief> & (part<edit> | part<view>))"_s);
    row(Axis::Role, u"not not a"_s, u"!!part<a>"_s);
    row(Axis::Role, u"ordinary"_s, u"part<ordinary>"_s);
    row(Axis::Role, u"role:edit*"_s, u"role:glob<edit*>"_s);
    row(Axis::Role, u"role"_s, u"part<role>"_s);
    row(Axis::Role, u"f(x) (g)"_s, u"(part<f(x)> & part<g>)"_s);
    row(Axis::Role, u"inherits:author -x"_s, u"(inherits:whole<author> & part<-x>)"_s);
    row(Axis::Role, u"INHERITS:\"chief editor\""_s, u"inherits:whole<chief editor>"_s);
    row(Axis::Role, u"description:/^may .* all$/ unused"_s, u"(description:expr<^may .* all$> & unused)"_s);
    row(Axis::Permission, u"article:update"_s, u"part<article:update>"_s);
    row(Axis::Permission, u"article:*"_s, u"glob<article:*>"_s);
    row(Axis::Permission, u"/^a b|c\\/d$/"_s, u"expr<^a b|c\\/d$>"_s);
    row(Axis::Permission, u"/a/b/ c"_s, u"(expr<a/b> & part<c>)"_s);
    row(Axis::Permission, u"a/b /"_s, u"(part<a/b> & part</>)"_s);
    row(Axis::Permission, u"\"granted\" granted"_s, u"(part<granted> & granted)"_s);
    row(Axis::Permission, u"\"a \\\"b\\\\\""_s, u"part<a \"b\\>"_s);
    row(Axis::Permission, u"name:role:*"_s, u"name:glob<role:*>"_s);
    row(Axis::Permission, u"https://x"_s, u"part<https://x>"_s);
    row(Axis::Permission, u"user.read"_s, u"part<user.read>"_s);
    row(Axis::User, u"user.team=news"_s, u"user.team:whole<news>"_s);
    row(Axis::User, u"user.team=n*"_s, u"user.team:glob<n*>"_s);
    row(Axis::User, u"user.\"cost centre\"=\"4 2\""_s, u"user.cost centre:whole<4 2>"_s);
    row(Axis::User, u"(user.team)"_s, u"user.team"_s);
    row(Axis::User, u"e\u0301"_s, u"part<\u00e9>"_s); // NFC, as names are
}

void tst_Filter::reads()
{
    QFETCH(Axis, axis);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Filter filter(text, axis);
    QVERIFY(filter.isValid());
    QCOMPARE(tree(filter.root()), expected);
    QCOMPARE(filter.isEmpty(), expected == u"everything");
    QVERIFY(filter.advice().isEmpty());
}

void tst_Filter::refuses_data()
{
    QTest::addColumn<Axis>("axis");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Problem>("kind");
    QTest::addColumn<QString>("marked"); // ^ below each character of the place
    QTest::addColumn<QString>("detail");
    const auto row = [](Axis axis, const QString &text, Problem kind, const QString &marked,
                        const QString &detail = {}) {
        QTest::newRow(qPrintable(text.left(40))) << axis << text << kind << marked << detail;
    };
    row(Axis::Role, u"a and"_s, Problem::MissingOperand, u"     ^"_s);
    row(Axis::Role, u"or a"_s, Problem::MissingOperand, u"^^"_s);
    row(Axis::Role, u"a or and b"_s, Problem::MissingOperand, u"     ^^^"_s);
    row(Axis::Role, u"not"_s, Problem::MissingOperand, u"   ^"_s);
    row(Axis::Role, u"a ()"_s, Problem::MissingOperand, u"   ^"_s);
    row(Axis::Role, u"a (b or c"_s, Problem::UnclosedParenthesis, u"  ^"_s);
    row(Axis::Role, u"a) b"_s, Problem::StrayParenthesis, u" ^"_s);
    row(Axis::Role, u"a \"b c"_s, Problem::UnclosedQuote, u"  ^^^^"_s);
    row(Axis::Role, u"name:\"b"_s, Problem::UnclosedQuote, u"     ^^"_s);
    row(Axis::Role, u"tema: a"_s, Problem::UnknownProperty, u"^^^^^"_s, u"tema"_s);
    row(Axis::Role, u"a inactive"_s, Problem::WrongAxis, u"  ^^^^^^^^"_s, u"inactive"_s);
    row(Axis::User, u"inherits:author"_s, Problem::WrongAxis, u"^^^^^^^^^"_s, u"inherits"_s);
    row(Axis::Test, u"role:author"_s, Problem::WrongAxis, u"^^^^^"_s, u"role"_s);
    row(Axis::Role, u"a inherits:"_s, Problem::MissingValue, u"  ^^^^^^^^^"_s, u"inherits"_s);
    row(Axis::Role, u"pending:yes"_s, Problem::UnexpectedValue, u"       ^^^^"_s, u"pending"_s);
    row(Axis::User, u"user. a"_s, Problem::MissingValue, u"^^^^^"_s, u"user."_s);
    row(Axis::User, u"user.team= a"_s, Problem::MissingValue, u"^^^^^^^^^^"_s, u"user.team"_s);
    row(Axis::Role, QString(60, u'(') + u'a', Problem::TooLong, QString(51, u' ') + u'^');
    row(Axis::Role, QString(2001, u'a'), Problem::TooLong, QString(2000, u' ') + u'^');

    const Filter broken(u"ab /x(/"_s, Axis::Role);
    QVERIFY(broken.problem());
    QCOMPARE(broken.problem()->kind, Problem::BadExpression);
    QCOMPARE(broken.problem()->place, 6);
    QVERIFY(!broken.problem()->detail.isEmpty());
}

void tst_Filter::refuses()
{
    QFETCH(Axis, axis);
    QFETCH(QString, text);
    QFETCH(Problem, kind);
    QFETCH(QString, marked);
    QFETCH(QString, detail);
    const Filter filter(text, axis);
    QVERIFY(!filter.isValid());
    QCOMPARE(filter.problem()->kind, kind);
    QCOMPARE(QString(filter.problem()->place, u' ') + QString(filter.problem()->length, u'^'), marked);
    QCOMPARE(filter.problem()->detail, detail);
    QVERIFY(filter.isEmpty() && filter.advice().isEmpty());
}

void tst_Filter::advises_data()
{
    QTest::addColumn<Axis>("axis");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("better");
    QTest::newRow("slash") << Axis::Role << u"a /edit"_s << u"a /edit/"_s;
    QTest::newRow("resource") << Axis::Permission << u"article: sensitive"_s << u"article:* sensitive"_s;
    QTest::newRow("attribute") << Axis::User << u"user.team:news /x"_s << u"user.team=news /x/"_s;
}

void tst_Filter::advises()
{
    QFETCH(Axis, axis);
    QFETCH(QString, text);
    QFETCH(QString, better);
    const Filter filter(text, axis);
    QVERIFY(filter.isValid() && !filter.isEmpty());
    QVERIFY(!filter.advice().isEmpty());
    QCOMPARE(filter.advised(), better);
    QVERIFY(Filter(better, axis).isValid() && Filter(better, axis).advice().isEmpty());
}

void tst_Filter::readsWhatItWrites()
{
    RandomFilter random(20261126);
    for (int i = 0; i < 5000; ++i) {
        const Axis axis = Axis(random.below(6));
        const FilterNode node = random.node(axis);
        const Filter filter(toText(node), axis);
        QVERIFY2(filter.isValid(), qPrintable(toText(node)));
        QVERIFY2(filter.root() == node,
                 qPrintable(toText(node) + u"\n"_s + tree(node) + u"\n"_s + tree(filter.root())));
    }
}

// Whatever is typed is read or refused with a place in the text (or just behind it).
void tst_Filter::readsAnything()
{
    static const QStringList pieces{
        u"("_s, u")"_s, u"\""_s,    u"/"_s,       u"\\"_s,         u" "_s,
        u"a"_s, u":"_s, u"user."_s, u"pending"_s, u"role:"_s,      u"="_s,
        u"*"_s, u"?"_s, u"or "_s,   u"not "_s,    u"\U0001F511"_s, QString(QChar(0xd800))};
    RandomFilter random(7);
    for (int i = 0; i < 20000; ++i) {
        QString text;
        for (quint32 n = random.below(12); n > 0; --n)
            text += pieces.at(random.below(quint32(pieces.size())));
        const Filter filter(text, Axis(random.below(6)));
        if (filter.isValid())
            continue;
        QVERIFY2(filter.problem()->place >= 0 && filter.problem()->place <= text.size()
                     && filter.problem()->length >= 1
                     && filter.problem()->place + filter.problem()->length <= text.size() + 1,
                 qPrintable(text));
        cursorIn(text, filter.axis(), random.below(quint32(text.size()) + 1));
    }
}

void tst_Filter::knowsWhatIsNarrower_data()
{
    QTest::addColumn<QString>("narrower");
    QTest::addColumn<QString>("wider");
    QTest::addColumn<bool>("expected");
    QTest::newRow("longer") << u"alice"_s << u"ali"_s << true;
    QTest::newRow("longer before") << u"malice"_s << u"ALI"_s << true;
    QTest::newRow("shorter") << u"al"_s << u"ali"_s << false;
    QTest::newRow("one word more") << u"ali inactive"_s << u"al"_s << true;
    QTest::newRow("one word fewer") << u"ali"_s << u"ali inactive"_s << false;
    QTest::newRow("the last word longer") << u"ali smith"_s << u"ali sm"_s << true;
    QTest::newRow("either") << u"ali or bob"_s << u"ali"_s << false;
    QTest::newRow("not") << u"not ali"_s << u"not al"_s << false;
    QTest::newRow("not, the other way") << u"not al"_s << u"not ali"_s << false; // not seen, though so
    QTest::newRow("a property") << u"user.team=news ali"_s << u"user.team=news"_s << true;
    QTest::newRow("another value") << u"id:alice"_s << u"id:ali"_s << false; // not seen
    QTest::newRow("a glob") << u"ali*x"_s << u"ali"_s << false; // not seen
}

void tst_Filter::knowsWhatIsNarrower()
{
    QFETCH(QString, narrower);
    QFETCH(QString, wider);
    QTEST(narrows(Filter(narrower, FilterAxis::User), Filter(wider, FilterAxis::User)), "expected");
    QVERIFY(!narrows(Filter(narrower, FilterAxis::User), Filter(wider, FilterAxis::Role)));
}

void tst_Filter::knowsWhatStandsAtTheCursor_data()
{
    QTest::addColumn<Axis>("axis");
    QTest::addColumn<QString>("text"); // | is the cursor
    QTest::addColumn<FilterCursor>("expected");
    using Kind = FilterCursor::Kind;
    const auto row = [](Axis axis, const QString &text, const FilterCursor &expected) {
        QTest::newRow(qPrintable(text)) << axis << text << expected;
    };
    row(Axis::Role, u"|"_s, {});
    row(Axis::Role, u"pen|ding"_s, {.place = 0, .length = 3, .typed = u"pen"_s});
    row(Axis::Role, u"a (in|"_s, {.place = 3, .length = 2, .typed = u"in"_s});
    row(Axis::Role, u"a or|"_s, {.place = 2, .length = 2, .typed = u"or"_s});
    row(Axis::Role, u"a or |"_s, {.place = 5});
    row(Axis::Role, u"inherits:au|"_s,
        {.kind = Kind::Value,
         .property = FilterProperty::Inherits,
         .place = 9,
         .length = 2,
         .typed = u"au"_s});
    row(Axis::Role, u"inherits:\"chief e|\" a"_s,
        {.kind = Kind::Value,
         .property = FilterProperty::Inherits,
         .place = 9,
         .length = 8,
         .typed = u"chief e"_s});
    row(Axis::User, u"a user.te|"_s, {.kind = Kind::Key, .place = 7, .length = 2, .typed = u"te"_s});
    row(Axis::User, u"user.team=|"_s,
        {.kind = Kind::Value, .property = FilterProperty::Attribute, .attribute = u"team"_s, .place = 10});
    row(Axis::User, u"/a b|"_s, {.place = 3, .length = 1, .typed = u"b"_s});
    row(Axis::User, u"/ab|"_s, {.place = 0, .length = 3, .typed = u"ab"_s, .completable = false});
}

void tst_Filter::knowsWhatStandsAtTheCursor()
{
    QFETCH(Axis, axis);
    QFETCH(QString, text);
    QFETCH(FilterCursor, expected);
    const qsizetype place = text.indexOf(u'|');
    const FilterCursor found = cursorIn(text.remove(place, 1), axis, place);
    QCOMPARE(found.typed, expected.typed);
    QCOMPARE(found.place, expected.place);
    QVERIFY(found == expected);
}

QTEST_GUILESS_MAIN(tst_Filter)
#include "tst_filter.moc"
