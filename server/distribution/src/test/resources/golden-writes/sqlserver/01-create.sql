SET NOCOUNT ON; INSERT INTO [warehouse] ([warehouse_id], [name], [opens], [closes], [handling], [location]) VALUES (?, ?,
   ?, ?, ?, ?); IF @@ROWCOUNT <> (
  SELECT COUNT_BIG(*) AS [n]
  FROM [warehouse] AS [t0]
  WHERE [t0].[warehouse_id] = ?
) THROW 50001, N'the written rows have other keys', 1;
SELECT [t0].[warehouse_id] AS [c0], [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c1], [t0].[opens] AS [c2], [t0].[closes] AS [c3],
   [t0].[handling] COLLATE Latin1_General_100_BIN2 AS [c4], [t0].[location] COLLATE Latin1_General_100_BIN2 AS [c5]
FROM [warehouse] AS [t0]
WHERE [t0].[warehouse_id] = ?

SELECT [t0].[warehouse_id] AS [c0], [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c1]
FROM [warehouse] AS [t0]
WHERE [t0].[warehouse_id] = ?
