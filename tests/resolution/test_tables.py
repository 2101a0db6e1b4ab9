"""The tables of `data/` that resolution reads are whole and consistent."""

from __future__ import annotations

from graphmodel.model.resources import read_vocabulary
from graphmodel.resolution.bodies import whole_body
from graphmodel.resolution.divisions import divisions, short_name
from graphmodel.resolution.gazetteer import gazetteer
from graphmodel.resolution.heads import heads
from graphmodel.resolution.spelling import contract, lookalikes, plain, without_connectives

PARTS = {"stem", "party", "character", "body", "placed", "group", "enterprise"}
FORMS = {"full", "short", "old", "misspelt"}
# The codes that other files, annotations among them, rely on.
FIXED_CODES = (
    "office development_reform industry_it science education_sports public_security civil_affairs "
    "justice finance human_resources natural_resources ecology housing transport water agriculture "
    "commerce culture_tourism health emergency audit market_regulation statistics "
    "medical_insurance rural_revitalization admin_approval tax finance_office central_bank "
    "banking_regulator court procuratorate discipline organization propaganda staffing big_data "
    "power_supply water_supply gas_supply customs industrial_park housing_fund "
    "investment_promotion forestry urban_management industry_commerce_federation "
    "supply_marketing_coop post township hotline_center energy business_env_office collective other"
)


def codes() -> set[str]:
    return {row["code"] for row in read_vocabulary("functions.csv")}


def test_function_codes() -> None:
    rows = read_vocabulary("functions.csv")
    assert len(rows) == len(codes())
    assert set(FIXED_CODES.split()) <= codes()
    assert all(row["zh"] and row["en"] for row in rows)


def test_every_name_of_the_gazetteer_has_its_columns() -> None:
    for row in read_vocabulary("unit_names.csv"):
        assert set(row["functions"].split(";")) <= codes(), row
        assert row["part"] in PARTS, row
        assert row["form"] in FORMS, row
        assert row["canonical"], row
        assert plain(row["name"]) == row["name"], row


def test_no_name_means_two_things() -> None:
    meanings: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for row in read_vocabulary("unit_names.csv"):
        part = "stem" if row["part"] in {"stem", "party", "character"} else row["part"]
        name = without_connectives(contract(row["name"]))
        meanings.setdefault((name, part), set()).add((row["functions"], row["canonical"]))
    assert {key: found for key, found in meanings.items() if len(found) > 1} == {}


def test_one_canonical_name_has_one_function() -> None:
    functions: dict[tuple[str, str], set[str]] = {}
    for row in read_vocabulary("unit_names.csv"):
        functions.setdefault((row["canonical"], row["part"]), set()).add(row["functions"])
    assert {key: found for key, found in functions.items() if len(found) > 1} == {}


def test_every_stem_makes_a_name() -> None:
    for name, entry in gazetteer().stems.items():
        if entry.part != "character":
            body = whole_body(f"{name}局")
            assert body is not None, name
            assert body.functions[0] == entry.functions[0], name


def test_heads_and_modifiers_are_no_heads_of_two_kinds() -> None:
    words = [row["word"] for row in read_vocabulary("unit_words.csv")]
    assert len(words) == len(set(words))
    assert "分局" in heads().branches
    assert heads().neutral < heads().modifiers


def test_divisions() -> None:
    table = divisions()
    levels = [str(d.level) for d in table.by_code.values()]
    assert (levels.count("province"), levels.count("city")) == (34, 333)
    assert 2800 < levels.count("county") < 2900
    assert all(d.parent in table.by_code for d in table.by_code.values() if d.level != "province")


def test_short_names_of_places() -> None:
    long = [
        "宜君县",
        "兰州市",
        "延边朝鲜族自治州",
        "内蒙古自治区",
        "新疆维吾尔自治区",
        "郊区",
        "浦东新区",
    ]
    assert [short_name(name) for name in long] == [
        *("宜君", "兰州", "延边", "内蒙古", "新疆", "郊区", "浦东")
    ]


def test_lookalikes_are_mutual() -> None:
    alike = lookalikes()
    assert all(char in alike[other] for char, others in alike.items() for other in others)
    assert all(char not in others for char, others in alike.items())


def test_traditional_characters_become_simplified_at_once() -> None:
    rows = read_vocabulary("traditional.csv")
    assert all(plain(row["traditional"]) == row["simplified"] for row in rows)
    assert plain("縣財(cái)政局") == "县财政局"
