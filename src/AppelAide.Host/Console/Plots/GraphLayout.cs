namespace AppelAide.Host.Console.Plots;

/// <summary>
/// Where the boxes of a graph stand and its lines run: layers from top to bottom, each ordered by where its neighbours are. A way over several layers
/// has a point in each, so that it goes around what lies between.
/// </summary>
internal sealed class GraphLayout
{
    /// <summary>The width of a box.</summary>
    public const double BoxWidth = 240;

    /// <summary>Its height.</summary>
    public const double BoxHeight = 94;

    private const double Between = 18;
    private const double PointWidth = 14;
    private const double LayerHeight = BoxHeight + 58;
    private const double Margin = 34;
    private const int Sweeps = 16;

    private readonly List<List<Place>> layers = [];
    private readonly Dictionary<string, Place> boxes;

    /// <param name="nodes">All nodes, the one to begin with first.</param>
    /// <param name="edges">All ways.</param>
    public GraphLayout(IReadOnlyList<string> nodes, IReadOnlyCollection<(string From, string To)> edges)
    {
        Layers = new GraphLayers(nodes, edges);
        boxes = nodes.ToDictionary(node => node, node => new Place(Layers.Of[node], BoxWidth));
        for (var layer = 0; layer <= Layers.Of.Values.DefaultIfEmpty(0).Max(); layer++) layers.Add([]);
        foreach (var node in nodes) layers[boxes[node].Layer].Add(boxes[node]);
        foreach (var (from, to) in edges.Distinct())
        {
            if (boxes.ContainsKey(from) && boxes.ContainsKey(to) && !Layers.IsBack(from, to)) Ways[(from, to)] = Thread(boxes[from], boxes[to]);
        }

        for (var sweep = 0; sweep < Sweeps; sweep++) Order(down: sweep % 2 == 0);
        foreach (var layer in layers) Pack(layer);
        for (var sweep = 0; sweep < Sweeps; sweep++) Settle(down: sweep % 2 == 0);
        var left = layers.SelectMany(layer => layer).Select(place => place.X - (place.Width / 2)).DefaultIfEmpty(0).Min();
        foreach (var place in layers.SelectMany(layer => layer)) place.X += Margin - left;
        Width = layers.SelectMany(layer => layer).Select(place => place.X + (place.Width / 2)).DefaultIfEmpty(0).Max() + (2 * Margin);
        Height = (layers.Count * LayerHeight) - (LayerHeight - BoxHeight) + Margin;
    }

    /// <summary>The width of all.</summary>
    public double Width { get; }

    /// <summary>The height of all.</summary>
    public double Height { get; }

    /// <summary>Which ways lead back.</summary>
    public GraphLayers Layers { get; }

    private Dictionary<(string From, string To), List<Place>> Ways { get; } = [];

    /// <summary>The middle of a box's top.</summary>
    public (double X, double Y) Box(string node) => (boxes[node].X, Top(boxes[node].Layer));

    /// <summary>The points of a way that leads down, from box to box.</summary>
    public IReadOnlyList<(double X, double Y)> Way(string from, string to)
    {
        var way = Ways[(from, to)];
        return
        [
            (way[0].X, Top(way[0].Layer) + BoxHeight),
            .. way.Skip(1).SkipLast(1).SelectMany(place => new[] { (place.X, Top(place.Layer)), (place.X, Top(place.Layer) + BoxHeight) }),
            (way[^1].X, Top(way[^1].Layer)),
        ];
    }

    private static double Top(int layer) => (Margin / 2) + (layer * LayerHeight);

    private List<Place> Thread(Place from, Place to)
    {
        List<Place> way = [from];
        for (var layer = from.Layer + 1; layer < to.Layer; layer++)
        {
            var point = new Place(layer, PointWidth);
            layers[layer].Add(point);
            way.Add(point);
        }

        way.Add(to);
        foreach (var (above, below) in way.Zip(way.Skip(1)))
        {
            above.Below.Add(below);
            below.Above.Add(above);
        }

        return way;
    }

    private void Order(bool down)
    {
        foreach (var layer in layers)
        {
            foreach (var (index, place) in layer.Index()) place.Rank = index;
        }

        foreach (var layer in down ? layers.Skip(1) : layers.AsEnumerable().Reverse().Skip(1))
        {
            var sorted = layer.OrderBy(place => Mean(down ? place.Above : place.Below, neighbour => neighbour.Rank, place.Rank)).ThenBy(place => place.Rank).ToList();
            layer.Clear();
            layer.AddRange(sorted);
            foreach (var (index, place) in layer.Index()) place.Rank = index;
        }
    }

    private static void Pack(List<Place> layer)
    {
        double at = 0;
        foreach (var place in layer)
        {
            place.X = at + (place.Width / 2);
            at += place.Width + Between;
        }

        foreach (var place in layer) place.X -= at / 2;
    }

    /// <summary>Each place under the middle of what leads to it, or over what it leads to, as far as its neighbours leave room.</summary>
    private void Settle(bool down)
    {
        foreach (var layer in down ? layers.AsEnumerable() : layers.AsEnumerable().Reverse())
        {
            if (layer.Count == 0) continue;
            var wanted = layer.Select(place => Mean(down ? place.Above : place.Below, neighbour => neighbour.X, place.X)).ToArray();
            var (fromLeft, fromRight) = (wanted.ToArray(), wanted.ToArray());
            for (var i = 1; i < layer.Count; i++) fromLeft[i] = Math.Max(wanted[i], fromLeft[i - 1] + Apart(layer, i));
            for (var i = layer.Count - 2; i >= 0; i--) fromRight[i] = Math.Min(wanted[i], fromRight[i + 1] - Apart(layer, i + 1));
            // The mean of two ways to make room that both keep the order keeps it too, and leans neither way.
            for (var i = 0; i < layer.Count; i++) layer[i].X = (fromLeft[i] + fromRight[i]) / 2;
        }
    }

    private static double Apart(List<Place> layer, int i) => ((layer[i - 1].Width + layer[i].Width) / 2) + Between;

    private static double Mean(List<Place> places, Func<Place, double> value, double otherwise) => places.Count > 0 ? places.Average(value) : otherwise;

    private sealed class Place(int layer, double width)
    {
        public int Layer { get; } = layer;

        public double Width { get; } = width;

        public List<Place> Above { get; } = [];

        public List<Place> Below { get; } = [];

        public int Rank { get; set; }

        public double X { get; set; }
    }
}
