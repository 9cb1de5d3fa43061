namespace Heng.App.Tests.Plans;

/// <summary>A file that says nearly everything a plan file can say.</summary>
internal static class RichPlan
{
    public const string Text = """
        scheme: s97-rich
        version: 1
        title: { zh: 全部写法, en: Everything }
        promotions: [{ from: 2026-11-01, to: 2026-11-11, name: 双十一 }, 2026-12-12]
        plans:
          - id: agent
            title: { zh: 客服, en: Agent }
            people: [王雨桐]
            positions: [front-line]
            effective: { from: 2026-10-01, to: 2026-12-31 }
            pass: 60
            bars: [{ at: 120%, name: { zh: 晋升线, en: promotion bar } }]
            bonus-cap: 10
            grades:
              - { grade: A, when: "x ≥ 80" }
              - { grade: E, when: "x < 80" }
            forced: { A: 30%, E: 70% }
            gates:
              - { id: leak, name: { zh: 泄露信息, en: Leak }, when: { incident: 泄露信息, is: "x ≥ 1" }, voids: card }
              - { id: slow, name: { zh: 太慢, en: Slow }, when: { value-of: speed, is: "x > 120" }, voids: { dimension: work } }
              - { id: weak, name: { zh: 质检太低, en: Weak }, when: { points-of: qa, is: "x < 5" }, voids: { item: qa } }
              - { id: under, name: { zh: 总分太低, en: Under }, when: { of: score, is: "x < 20" }, voids: card }
            consequences:
              - id: bad
                name: { zh: 连续不合格, en: Bad in a row }
                steps:
                  - { grades: [E], proposes: coaching }
                  - { score: "x < 60", proposes: exit, needs: coaching }
              - { id: good, name: { zh: 优秀, en: Good }, steps: [{ grades: [A], proposes: leadership, leader-below: A }, { grades: [A], rank: 1, bar: card, at: 120%, in-a-row: 3, proposes: promotion }] }
            dimensions:
              - id: work
                name: { zh: 工作, en: Work }
                items:
                  - { id: speed, name: { zh: 响应, en: Speed }, weight: 20, source: { metric: average-response }, method: { per-step: { start: 30, step: 1, base: 15, points: 1 } } }
                  - { id: load, name: { zh: 接待, en: Load }, weight: 20, source: { metric: consulted }, better: higher, method: { proportional: { target: { default: 500, from: targets, by: [{ person: 王雨桐, month: 2026-11, is: 600 }, { group: 一组, calendar: B, is: 700 }] } } }, bars: [{ at: 130%, name: { zh: 线, en: bar } }] }
                  - { id: posts, name: { zh: 发帖, en: Posts }, weight: 10, source: { counter: 论坛发帖, unit: times }, method: { count: { at-least: 15, at-most: 30, above: nothing, below: in-proportion } } }
              - id: conduct
                name: { zh: 行为, en: Conduct }
                items:
                  - id: discipline
                    name: { zh: 纪律, en: Discipline }
                    weight: 10
                    source:
                      causes:
                        - { metric: consulted, name: { zh: 迟到, en: Late }, points: 2 }
                        - { incident: 争吵, points: 5, fatal: card }
                        - { error: 改错地址, points: 3, fatal: dimension }
                    method: { deduct: {} }
                  - { id: qa, name: { zh: 质检, en: QA }, weight: 20, source: { qa: { by: person, pooled: true } }, method: { qa: {} }, min-sample: { at-least: 5 } }
                  - { id: goals, name: { zh: 目标, en: Goals }, weight: 10, source: { goals: { kind: task, time: 20, quality: 30, attainment: 50 } }, method: { goal: { met: 10, partly: 5, not: 0 } } }
                  - { id: team, name: { zh: 协作, en: Team }, weight: 10, source: { raters: { self: 30, peer: 50, manager: 20 }, peers-at-least: 3, mean: plain }, method: { rating: { scale: [0, 5] } } }
                  - { id: extra, name: { zh: 额外, en: Extra }, weight: 5, bonus: true, source: { metric: sales }, better: higher, method: { proportional: { target: 100000, basis: { forecast: 市场部 } } } }
                  - { id: superior, name: { zh: 上级加减, en: Superior }, weight: 0, bonus: true, source: { manual: [leader, manager] }, method: { manual: { from: -3 } } }
        """;
}
