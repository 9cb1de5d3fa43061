// Daily chart on ECharts. Colours come from the style sheet's variables, so a change of theme repaints; no markup with inline styles is made.
import * as echarts from 'echarts/core';
import { LineChart, BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent, LegendComponent, AriaComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';
echarts.use([LineChart, BarChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, CanvasRenderer]);

const live = new Map();
const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const colours = () => ['--chart-1', '--chart-2', '--chart-3', '--chart-4'].map(token);

// Bars begin at zero; a line may begin near its lowest value. There is no third of a person: counts are marked in whole numbers.
function axis(unit, side, bars, whole) {
  return {
    type: 'value', scale: !bars, position: side, name: unit, splitNumber: 4, minInterval: whole ? 1 : 0, nameGap: 14,
    nameTextStyle: { color: token('--ink-3'), align: side === 'left' ? 'left' : 'right', fontSize: 12 },
    axisLabel: { color: token('--ink-3'), fontSize: 12 }, axisLine: { show: false }, axisTick: { show: false },
    splitLine: { show: side === 'left', lineStyle: { color: token('--line') } },
  };
}

function tip(data, points) {
  const box = document.createElement('div');
  box.className = 'chart-tip';
  const head = document.createElement('strong');
  head.textContent = data.full[points[0].dataIndex];
  box.append(head);
  for (const point of points) {
    const line = document.createElement('p');
    const dot = document.createElement('i');
    dot.style.background = point.color;
    const name = document.createElement('span');
    name.textContent = point.seriesName;
    const value = document.createElement('b');
    value.textContent = point.value == null ? data.none : `${point.value} ${data.series[point.seriesIndex].unit}`;
    line.append(dot, name, value);
    box.append(line);
  }
  return box;
}

// A line joins neighbours; a day with none on either side shows as a dot, every other only under the pointer.
function points(values) {
  const alone = i => values[i - 1] == null && values[i + 1] == null;
  return values.map((value, i) => value == null || alone(i) ? value : { value, itemStyle: { opacity: 0 }, emphasis: { itemStyle: { opacity: 1 } } });
}

function options(data, width) {
  const units = [...new Set(data.series.map(s => s.unit))].slice(0, 2);
  const at = unit => Math.max(0, units.indexOf(unit));
  const paint = colours();
  return {
    color: paint, animationDuration: 260, backgroundColor: 'transparent',
    textStyle: { fontFamily: token('--font') },
    aria: { enabled: true, label: { description: data.label } },
    grid: { left: 4, right: 4, top: 62, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 4, itemGap: 16, textStyle: { color: token('--ink-2'), fontSize: 12.5 } },
    tooltip: {
      trigger: 'axis', confine: true, backgroundColor: token('--raised'), borderColor: token('--line-2'), padding: 0,
      axisPointer: { type: 'line', lineStyle: { color: token('--line-2') } }, formatter: points => tip(data, points),
    },
    xAxis: {
      type: 'category', data: data.days, boundaryGap: data.series.some(s => s.bar), axisTick: { show: false }, axisLine: { lineStyle: { color: token('--line-2') } },
      axisLabel: { color: token('--ink-3'), fontSize: 12, interval: width < 520 ? 6 : 3 },
    },
    yAxis: units.map((unit, i) => axis(unit, i === 0 ? 'left' : 'right', data.series.some(s => s.bar && s.unit === unit), data.series.every(s => s.whole || s.unit !== unit))),
    series: data.series.map((s, i) => s.bar
      ? { name: s.name, type: 'bar', yAxisIndex: at(s.unit), data: s.values, barMaxWidth: 14, itemStyle: { color: paint[i], opacity: 0.28, borderRadius: [3, 3, 0, 0] } }
      : { name: s.name, type: 'line', yAxisIndex: at(s.unit), data: points(s.values), symbol: 'circle', symbolSize: 5, showAllSymbol: true, itemStyle: { color: paint[i] }, lineStyle: { width: 2.2, color: paint[i], join: 'round' } }),
  };
}

function draw(entry) {
  entry.width = entry.holder.clientWidth;
  entry.chart.setOption(options(entry.data, entry.width), true);
}

function scan() {
  for (const [holder, entry] of live) if (!holder.isConnected) { entry.watch.disconnect(); entry.chart.dispose(); live.delete(holder); }
  for (const holder of document.querySelectorAll('[data-chart]')) {
    if (live.has(holder)) continue;
    const data = JSON.parse(holder.parentElement.querySelector('script[type="application/json"]').textContent);
    const entry = { holder, data, chart: echarts.init(holder), width: 0 };
    entry.watch = new ResizeObserver(() => { entry.chart.resize(); if (Math.abs(entry.width - holder.clientWidth) > 40) draw(entry); });
    live.set(holder, entry);
    draw(entry);
    entry.watch.observe(holder);
  }
}

scan();
addEventListener('htmx:load', scan);
new MutationObserver(() => { for (const entry of live.values()) draw(entry); }).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
